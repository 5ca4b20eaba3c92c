package io.opslore.ingest.batch;

import io.opslore.identity.Asker;
import io.opslore.ingest.Batch;
import io.opslore.ingest.BatchId;
import io.opslore.library.SpaceId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

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
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BatchRows(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Makes one whose sender is there. */
    @Transactional
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
        events.publishEvent(
                new BatchAction(
                        "begin",
                        id.value().toString(),
                        name,
                        Map.of(
                                "space", space.value().toString(),
                                "files", announced.files(),
                                "bytes", announced.bytes()),
                        sender));
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
    @Transactional
    public void pause(BatchRow batch, Asker asker) {
        steer("pause", "paused = true", batch, asker);
    }

    /** Ends a pause. */
    @Transactional
    public void goOn(BatchRow batch, Asker asker) {
        steer("go-on", "paused = false", batch, asker);
    }

    /** For good. */
    @Transactional
    public void cancel(BatchRow batch, Asker asker) {
        steer("cancel", "cancelled = true", batch, asker);
    }

    private void steer(String verb, String change, BatchRow batch, Asker asker) {
        update(change, batch.id());
        events.publishEvent(
                new BatchAction(
                        verb,
                        batch.id().value().toString(),
                        batch.name(),
                        Map.of("space", batch.space().value().toString()),
                        asker));
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
