package io.opslore.models;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.opslore.testing.TestingDatabase;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One portal's queue on a real database. Two of them on one database are two portals. */
public final class TestingQueue implements AutoCloseable {

    private final HikariDataSource source;
    private final QueueRows rows;
    private final ModelQueue queue;

    public TestingQueue() {
        this(TestingDatabase.fresh(), settings(4, 2, 100));
    }

    TestingQueue(String database, QueueSettings settings) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(database);
        source = new HikariDataSource(pool);
        rows = new QueueRows(JdbcClient.create(source), settings);
        queue = new ModelQueue(rows, settings);
    }

    static QueueSettings settings(int concurrency, int models, int length) {
        return new QueueSettings(
                concurrency, models, length, Duration.ofMinutes(1), Duration.ofMillis(300));
    }

    ModelQueue queue() {
        return queue;
    }

    QueueRows rows() {
        return rows;
    }

    JdbcClient database() {
        return JdbcClient.create(source);
    }

    /** How many requests the database holds for being at the server. */
    long served() {
        return database()
                .sql("select count(*) from model_request where started_at is not null")
                .query(Long.class)
                .single();
    }

    /** All requests there are. */
    long all() {
        return database().sql("select count(*) from model_request").query(Long.class).single();
    }

    /** As if nobody had said a word for so long. */
    void pass(Duration time) {
        database()
                .sql("update model_request set alive_until = alive_until - ? * interval '1 second'")
                .param(time.toSeconds())
                .update();
    }

    @Override
    public void close() {
        queue.destroy();
        source.close();
    }
}
