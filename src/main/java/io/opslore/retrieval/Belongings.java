package io.opslore.retrieval;

import io.opslore.library.DocumentId;
import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.Holding;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What belongs into a generation, is missing from it, or has been replaced, by PostgreSQL. */
@Repository
class Belongings {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Belongings(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How much the index must hold of each revision that belongs into it: those that answer now,
     * and newer ones that wait for their turn. Windows count only once all of them have vectors.
     */
    Map<RevisionId, Holding> of(IndexGeneration generation) {
        Map<RevisionId, Holding> holdings = new HashMap<>();
        jdbc.query(
                """
                select i.revision_id,
                    (select count(*) from chunk c where c.generation_id = i.generation_id
                        and c.revision_id = i.revision_id) as chunks,
                    count(w.digest) as windows, count(v.digest) as embedded
                from indexed_revision i join revision r on r.id = i.revision_id
                join document d on d.id = r.document_id
                left join revision current on current.id = d.current_revision_id
                left join chunk_window w on w.generation_id = i.generation_id
                    and w.revision_id = i.revision_id
                left join window_vector v on v.digest = w.digest and v.model = ?
                where i.generation_id = ? and r.number >= coalesce(current.number, 0)
                group by i.generation_id, i.revision_id
                """,
                row -> {
                    int windows = row.getInt("windows");
                    boolean complete = row.getInt("embedded") == windows;
                    holdings.put(
                            new RevisionId(row.getObject("revision_id", UUID.class)),
                            new Holding(row.getInt("chunks"), complete ? windows : 0));
                },
                generation.recipe().model(),
                generation.id().value());
        return holdings;
    }

    /** Up to so many of the revisions that answer now and are not whole in the generation. */
    List<RevisionId> missing(GenerationId generation, int most) {
        return revisions(
                """
                select d.current_revision_id from document d where d.current_revision_id is not null
                    and not exists (select from indexed_revision i where i.embedded
                        and i.generation_id = ? and i.revision_id = d.current_revision_id)
                order by d.current_revision_id limit ?
                """,
                generation.value(),
                most);
    }

    /** As {@link #missing}, where not even the chunks are there. */
    List<RevisionId> notCut(GenerationId generation) {
        return revisions(
                """
                select d.current_revision_id from document d where d.current_revision_id is not null
                    and not exists (select from indexed_revision i
                        where i.generation_id = ? and i.revision_id = d.current_revision_id)
                """,
                generation.value());
    }

    boolean holds(GenerationId generation, RevisionId revision) {
        return isTrue(
                """
                select exists (select from indexed_revision
                    where generation_id = ? and revision_id = ?)
                """,
                generation.value(),
                revision.value());
    }

    /** Whether a newer revision of its document answers already. */
    boolean isSuperseded(RevisionId revision) {
        return isTrue(
                """
                select exists (
                    select from revision r join document d on d.id = r.document_id
                    join revision c on c.id = d.current_revision_id
                    where r.id = ? and r.number < c.number)
                """,
                revision.value());
    }

    /** From now on the revisions of a document that are older than the given one are not needed. */
    void markReplaced(DocumentId document, RevisionId by) {
        jdbc.update(
                """
                update indexed_revision i set replaced_at = ? from revision r
                where r.id = i.revision_id and r.document_id = ? and i.replaced_at is null
                    and r.number < (select number from revision where id = ?)
                """,
                now(),
                document.value(),
                by.value());
    }

    /**
     * Revisions, in whichever generation, that have been replaced for so long that no search can be
     * under way that began before.
     */
    List<RevisionId> replacedFor(Duration atLeast) {
        return revisions(
                """
                select distinct i.revision_id from indexed_revision i
                join revision r on r.id = i.revision_id
                join document d on d.id = r.document_id
                join revision current on current.id = d.current_revision_id
                where r.number < current.number
                    and coalesce(i.replaced_at, 'epoch'::timestamptz) <= ?
                """,
                now().minus(atLeast));
    }

    /** Those that wait to be forgotten. */
    List<RevisionId> replaced() {
        return revisions(
                "select distinct revision_id from indexed_revision where replaced_at is not null");
    }

    /** Whether any wait to be forgotten. */
    boolean anyReplaced() {
        return isTrue("select exists (select from indexed_revision where replaced_at is not null)");
    }

    private List<RevisionId> revisions(String sql, Object... arguments) {
        return jdbc.query(sql, (row, n) -> new RevisionId(row.getObject(1, UUID.class)), arguments);
    }

    private boolean isTrue(String sql, Object... arguments) {
        return Boolean.TRUE.equals(jdbc.queryForObject(sql, Boolean.class, arguments));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
