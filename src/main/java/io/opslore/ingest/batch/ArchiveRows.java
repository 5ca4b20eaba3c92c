package io.opslore.ingest.batch;

import io.opslore.ingest.BatchId;
import io.opslore.replicas.ThisPortal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Archives that wait to be unpacked, in PostgreSQL. Thread-safe. */
@Repository
class ArchiveRows {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ThisPortal portal;

    ArchiveRows(JdbcClient jdbc, Clock clock, ThisPortal portal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.portal = portal;
    }

    void add(Waiting archive) {
        jdbc.sql(
                        """
                        insert into ingest_batch_archive (id, batch_id, path, received_at, portal_id)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        archive.id(),
                        archive.batch().value(),
                        archive.path(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        portal.id())
                .update();
    }

    void remove(Waiting archive) {
        jdbc.sql("delete from ingest_batch_archive where id = ?").param(archive.id()).update();
    }

    /** Those that lie on this portal's disk: another's are its own to unpack. */
    List<Waiting> all() {
        return jdbc.sql(
                        """
                        select id, batch_id, path from ingest_batch_archive
                        where portal_id = ? or portal_id is null order by received_at
                        """)
                .param(portal.id())
                .query((row, number) ->
                        new Waiting(
                                row.getObject("id", UUID.class),
                                new BatchId(row.getObject("batch_id", UUID.class)),
                                row.getString("path")))
                .list();
    }

    /**
     * An archive that was received.
     *
     * @param id also names its file
     */
    record Waiting(UUID id, BatchId batch, String path) {}
}
