package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Finds what the derived tables lack, or have too much, by PostgreSQL alone. */
@Repository
class IndexGaps {

    private final JdbcTemplate jdbc;
    private final Belongings belongings;
    private final RetrievalSettings settings;

    IndexGaps(JdbcTemplate jdbc, Belongings belongings, RetrievalSettings settings) {
        this.jdbc = jdbc;
        this.belongings = belongings;
        this.settings = settings;
    }

    /** Revisions that answer and have no chunks. */
    List<RevisionId> withoutChunks(IndexGeneration active) {
        return belongings.notCut(active.id());
    }

    /** Revisions that answer and have chunks, but not all of their windows have vectors. */
    List<RevisionId> withoutVectors(IndexGeneration active) {
        return jdbc.query(
                """
                select i.revision_id from indexed_revision i
                join document d on d.current_revision_id = i.revision_id
                where i.generation_id = ? and (not i.embedded or exists (
                    select from chunk_window w where w.generation_id = i.generation_id
                        and w.revision_id = i.revision_id and not exists (
                            select from window_vector v where v.model = ? and v.digest = w.digest)))
                """,
                (row, n) -> new RevisionId(row.getObject(1, UUID.class)),
                active.id().value(),
                active.recipe().model());
    }

    /** Revisions that were replaced so long ago that a sweep should have forgotten them. */
    List<RevisionId> notForgotten() {
        return belongings.replacedFor(settings.keepReplaced().multipliedBy(2));
    }

    /** Dropped generations that still have chunks. */
    List<Integer> dropped() {
        return jdbc.query(
                """
                select distinct g.id from indexed_revision i
                join index_generation g on g.id = i.generation_id where g.state = 'DROPPED'
                """,
                (row, n) -> row.getInt(1));
    }

    void delete(int generation) {
        jdbc.update("delete from indexed_revision where generation_id = ?", generation);
    }

    /** For people: the document's path and the revision's number, or its id if it is unknown. */
    String name(RevisionId revision) {
        return jdbc
                .query(
                        """
                        select d.path || ', revision ' || r.number
                        from revision r join document d on d.id = r.document_id where r.id = ?
                        """,
                        (row, n) -> row.getString(1),
                        revision.value())
                .stream()
                .findFirst()
                .orElse(revision.value().toString());
    }
}
