package io.opslore.assistant;

import io.opslore.library.RevisionId;
import io.opslore.library.SnapshotUse;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers refer to what they cite, to what they were made from and to what was looked up. */
@Component
class CitedSnapshots implements SnapshotUse {

    private final JdbcClient jdbc;

    CitedSnapshots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<RevisionId> used(Collection<RevisionId> revisions) {
        return jdbc.sql(
                        """
                        with looked_up as (
                            select (one ->> 'revision')::uuid as revision
                            from answer, jsonb_array_elements(lookups) as one)
                        select asked.revision from unnest(?) as asked (revision)
                        where exists (
                                select from citation c where c.revision_id = asked.revision)
                            or exists (
                                select from answer_passage p where p.revision_id = asked.revision)
                            or asked.revision in (select l.revision from looked_up l)
                        """)
                .param(revisions.stream().map(RevisionId::value).toArray(UUID[]::new))
                .query((row, number) -> new RevisionId(row.getObject("revision", UUID.class)))
                .set();
    }
}
