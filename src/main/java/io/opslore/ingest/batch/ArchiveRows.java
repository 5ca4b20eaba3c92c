package io.opslore.ingest.batch;

import io.opslore.ingest.BatchId;
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

    ArchiveRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Waiting archive) {
        jdbc.sql(
                        """
                        insert into ingest_batch_archive (id, batch_id, path, received_at)
                        values (?, ?, ?, ?)
                        """)
                .params(
                        archive.id(),
                        archive.batch().value(),
                        archive.path(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(Waiting archive) {
        jdbc.sql("delete from ingest_batch_archive where id = ?").param(archive.id()).update();
    }

    List<Waiting> all() {
        return jdbc.sql("select id, batch_id, path from ingest_batch_archive order by received_at")
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
