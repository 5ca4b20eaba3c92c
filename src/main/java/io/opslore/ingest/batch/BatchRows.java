package io.opslore.ingest.batch;

import io.opslore.identity.Asker;
import io.opslore.ingest.Batch;
import io.opslore.ingest.BatchId;
import io.opslore.library.SpaceId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches in PostgreSQL. Thread-safe. */
@Repository
public class BatchRows {

    private static final String SELECT =
            """
            select * from (
                select ingest_batch.*, (
                    select path from ingest_batch_archive where batch_id = ingest_batch.id
                    order by received_at limit 1) as unpacking
                from ingest_batch) batch
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    BatchRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes one whose sender is there. */
    public BatchId add(SpaceId space, String name, Batch.Announced announced, Asker sender) {
        BatchId id = new BatchId(UUID.randomUUID());
        jdbc.sql(
                        """
                        insert into ingest_batch (id, space_id, name, account_id, username,
                            announced_files, announced_bytes, started_at, heard_at)
                        values (:id, :space, :name, :account, :username, :files, :bytes,
                            :now, :now)
                        """)
                .param("id", id.value())
                .param("space", space.value())
                .param("name", name)
                .param("account", sender.id().value())
                .param("username", sender.username())
                .param("files", announced.files())
                .param("bytes", announced.bytes())
                .param("now", now())
                .update();
        return id;
    }

    /** One of them. */
    public Optional<BatchRow> find(BatchId id) {
        return jdbc.sql(SELECT + "where id = ?").param(id.value()).query(BatchRow::of).optional();
    }

    /** A space's, the latest first. */
    public List<BatchRow> latest(SpaceId space, int most) {
        return jdbc.sql(SELECT + "where space_id = ? order by started_at desc limit ?")
                .param(space.value())
                .param(most)
                .query(BatchRow::of)
                .list();
    }

    /** The sender is there. */
    public void heard(BatchId id) {
        update("heard_at = :now", id);
    }

    /** The sender is gone. */
    public void left(BatchId id) {
        update("heard_at = null", id);
    }

    /** One more file has come. */
    public void received(BatchId id, long bytes) {
        jdbc.sql(
                        """
                        update ingest_batch set received_files = received_files + 1,
                            received_bytes = received_bytes + :bytes, heard_at = :now
                        where id = :id
                        """)
                .param("bytes", bytes)
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    /** Nothing more will come. */
    public void sent(BatchId id) {
        update("sent = true, heard_at = :now", id);
    }

    /** Nothing is begun any more until it goes on. */
    public void pause(BatchId id) {
        update("paused = true", id);
    }

    /** Ends a pause. */
    public void goOn(BatchId id) {
        update("paused = false", id);
    }

    /** For good. */
    public void cancel(BatchId id) {
        update("cancelled = true", id);
    }

    private void update(String change, BatchId id) {
        jdbc.sql("update ingest_batch set " + change + " where id = :id")
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
