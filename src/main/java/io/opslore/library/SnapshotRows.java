package io.opslore.library;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Snapshots by their age. */
@Repository
class SnapshotRows {

    private final JdbcClient jdbc;

    SnapshotRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was last seen so before that time, by its document. */
    Map<UUID, List<RevisionId>> lastSeenBefore(Instant time) {
        return jdbc
                .sql(
                        """
                        select d.id as document, r.id as revision
                        from document d join revision r on r.document_id = d.id
                        where d.snapshot and r.created_at < :time
                            and (r.id <> d.newest_revision_id or d.changed_at < :time)
                        """)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        Map.entry(
                                row.getObject("document", UUID.class),
                                new RevisionId(row.getObject("revision", UUID.class))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Removes those that are not the newest of their documents, and notes their bytes. */
    @Transactional
    int remove(Collection<RevisionId> revisions, Instant now) {
        UUID[] ids = revisions.stream().map(RevisionId::value).toArray(UUID[]::new);
        jdbc.sql(
                        """
                        insert into blob_removal (sha256, noticed_at)
                        select distinct sha256, cast(? as timestamptz) from revision
                        where id = any (?) on conflict do nothing
                        """)
                .params(now.atOffset(ZoneOffset.UTC), ids)
                .update();
        return jdbc.sql(
                        """
                        delete from revision r using document d
                        where d.id = r.document_id and d.snapshot and r.id = any (?)
                            and r.id <> d.newest_revision_id
                        """)
                .param(ids)
                .update();
    }
}
