package io.opslore.models;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.opslore.identity.AccountId;
import io.opslore.testing.TestingDatabase;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Flux;

/** One portal's queue on a real database. Two of them on one database are two portals. */
public final class TestingQueue implements AutoCloseable {

    private final HikariDataSource source;
    private final QueueRows rows;
    private final ModelQueue queue;

    /** With the defaults: four at one time. */
    public TestingQueue() {
        this(TestingDatabase.fresh(), settings(4, 2, 100));
    }

    /** One at one time. */
    public static TestingQueue ofOne() {
        return new TestingQueue(TestingDatabase.fresh(), settings(1, 1, 100));
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

    /** As {@link Models} asks, without a look at the server. */
    public Flux<ChatPart> inTurn(String model, AccountId asker, Flux<ChatPart> stream) {
        return queue.inTurn(model, asker, stream);
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

    /** How many requests the database takes for being at the server. */
    public long served() {
        return database()
                .sql("select count(*) from model_request where started_at is not null")
                .query(Long.class)
                .single();
    }

    /** All requests there are. */
    public long all() {
        return database().sql("select count(*) from model_request").query(Long.class).single();
    }

    /** Whether a request for the model waits since then. */
    boolean hasWaited(String model, Duration time) {
        return database()
                .sql(
                        """
                        select exists (select 1 from model_request where model = ?
                        and entered_at < clock_timestamp() - ? * interval '1 millisecond')
                        """)
                .params(model, time.toMillis())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void close() {
        queue.destroy();
        source.close();
    }
}
