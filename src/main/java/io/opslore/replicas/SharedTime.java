package io.opslore.replicas;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The time that all portals on a database go by when they share out work: the database's. Between
 * looks at it, and while it is away, nanoseconds are counted, which nobody can set. Thread-safe.
 */
public final class SharedTime {

    private static final Duration BELIEVED = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private Instant seen = Instant.now();
    private long seenNanos = System.nanoTime();
    private long triedNanos = seenNanos - BELIEVED.toNanos();

    public SharedTime(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** As the database has it, or would have if it were there. */
    public synchronized Instant now() {
        if (System.nanoTime() - triedNanos >= BELIEVED.toNanos()) {
            look();
        }
        return seen.plusNanos(System.nanoTime() - seenNanos);
    }

    private void look() {
        try {
            seen =
                    jdbc.sql("select clock_timestamp()")
                            .query(OffsetDateTime.class)
                            .single()
                            .toInstant();
            seenNanos = System.nanoTime();
        } catch (RuntimeException away) {
            // What is due cannot be looked for either; whoever does so says why.
        } finally {
            triedNanos = System.nanoTime();
        }
    }
}
