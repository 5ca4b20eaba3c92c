package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import io.opslore.retrieval.IndexDifference.Kind;
import java.util.ArrayList;
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

    /**
     * @param embeds whether vectors can be expected
     */
    List<IndexDifference> of(IndexGeneration active, boolean embeds) {
        List<IndexDifference> found = new ArrayList<>();
        int id = active.id().value();
        for (RevisionId revision : belongings.notCut(active.id())) {
            found.add(difference(Kind.NOT_CHUNKED, id, revision, "It has no chunks"));
        }
        if (embeds) {
            found.addAll(notEmbedded(active));
        }
        // Twice as long: a sweep may be just about to come.
        for (RevisionId revision :
                belongings.replacedFor(settings.keepReplaced().multipliedBy(2))) {
            found.add(
                    difference(
                            Kind.NOT_FORGOTTEN, id, revision, "It was replaced; its chunks stay"));
        }
        found.addAll(ofDropped());
        return found;
    }

    /** Deletes what is left of dropped generations. */
    void clearDropped() {
        jdbc.update(
                """
                delete from indexed_revision i using index_generation g
                where g.id = i.generation_id and g.state = 'DROPPED'
                """);
    }

    private List<IndexDifference> notEmbedded(IndexGeneration active) {
        int id = active.id().value();
        return jdbc.query(
                """
                select i.revision_id from indexed_revision i
                join document d on d.current_revision_id = i.revision_id
                where i.generation_id = ? and (not i.embedded or exists (
                    select from chunk_window w where w.generation_id = i.generation_id
                        and w.revision_id = i.revision_id and not exists (
                            select from window_vector v where v.model = ? and v.digest = w.digest)))
                """,
                (row, n) ->
                        difference(
                                Kind.NOT_EMBEDDED,
                                id,
                                new RevisionId(row.getObject(1, UUID.class)),
                                "Not all of its windows have vectors"),
                id,
                active.recipe().model());
    }

    private List<IndexDifference> ofDropped() {
        return jdbc.query(
                """
                select g.id, count(*) from indexed_revision i
                join index_generation g on g.id = i.generation_id
                where g.state = 'DROPPED' group by g.id
                """,
                (row, n) ->
                        new IndexDifference(
                                Kind.OF_DROPPED_GENERATION,
                                row.getInt(1),
                                null,
                                "%d revisions of it are still there".formatted(row.getInt(2))));
    }

    private static IndexDifference difference(
            Kind kind, int generation, RevisionId revision, String detail) {
        return new IndexDifference(kind, generation, revision, detail);
    }
}
