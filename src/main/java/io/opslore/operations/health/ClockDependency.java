package io.opslore.operations.health;

import io.opslore.health.Condition;
import io.opslore.health.Dependency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The clock: whether it has jumped, which a count of nanoseconds tells that nobody can set, and
 * whether it agrees with the database's, by which schedules and turns go.
 */
@Component
class ClockDependency implements Dependency {

    /** As much is allowed to a look that had to wait, and to clocks that are set softly. */
    static final Duration TOLERANCE = Duration.ofSeconds(10);

    private static final Duration TOLD_FOR = Duration.ofMinutes(10);

    private final Clock clock;
    private final JdbcTemplate jdbc;
    private @Nullable Instant last;
    private long lastNanos;
    private @Nullable Jump jump;

    ClockDependency(Clock clock, JdbcTemplate jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** How far it went at once, and when that was seen by nanoseconds. */
    private record Jump(Duration by, Instant to, long nanos) {}

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public synchronized Condition look() {
        notice(System.nanoTime());
        Jump known = jump;
        if (known != null) {
            return Condition.degraded("clock.jumped", seconds(known.by()), known.to());
        }
        Duration off = offDatabase();
        return off.abs().compareTo(TOLERANCE) > 0
                ? Condition.degraded("clock.off", seconds(off))
                : Condition.up("clock.up");
    }

    private void notice(long nanos) {
        Instant now = clock.instant();
        if (last != null) {
            Duration gone = Duration.between(last, now).minusNanos(nanos - lastNanos);
            if (gone.abs().compareTo(TOLERANCE) > 0) {
                jump = new Jump(gone, now, nanos);
            }
        }
        if (jump != null && nanos - jump.nanos() > TOLD_FOR.toNanos()) {
            jump = null;
        }
        last = now;
        lastNanos = nanos;
    }

    private static long seconds(Duration duration) {
        return Math.round(duration.toMillis() / 1000.0);
    }

    private Duration offDatabase() {
        Double there =
                jdbc.queryForObject(
                        "select extract(epoch from clock_timestamp())::double precision",
                        Double.class);
        long millis = there == null ? clock.millis() : Math.round(there * 1000);
        return Duration.between(Instant.ofEpochMilli(millis), clock.instant());
    }
}
