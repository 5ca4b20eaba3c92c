package io.opslore.operations.health;

import io.opslore.health.Condition;
import io.opslore.health.Dependency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
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

    static final Duration TOLD_FOR = Duration.ofMinutes(10);

    private final Clock clock;
    private final JdbcTemplate jdbc;
    private final LongSupplier nanos;
    private @Nullable Instant last;
    private long lastNanos;
    private @Nullable Jump jump;

    @Autowired
    ClockDependency(Clock clock, JdbcTemplate jdbc) {
        this(clock, jdbc, System::nanoTime);
    }

    ClockDependency(Clock clock, JdbcTemplate jdbc, LongSupplier nanos) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.nanos = nanos;
    }

    /** How far it went at once, and when that was seen by nanoseconds. */
    private record Jump(Duration by, Instant to, long nanos) {}

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public synchronized Condition look() {
        notice(nanos.getAsLong());
        Jump known = jump;
        if (known != null) {
            return Condition.degraded("clock.jumped", seconds(known.by()), known.to());
        }
        Duration off = offDatabase();
        return off.abs().compareTo(TOLERANCE) > 0
                ? Condition.degraded("clock.off", seconds(off))
                : Condition.up("clock.up");
    }

    private void notice(long count) {
        Instant now = clock.instant();
        if (last != null) {
            Duration gone = Duration.between(last, now).minusNanos(count - lastNanos);
            if (gone.abs().compareTo(TOLERANCE) > 0) {
                jump = new Jump(gone, now, count);
            }
        }
        if (jump != null && count - jump.nanos() > TOLD_FOR.toNanos()) {
            jump = null;
        }
        last = now;
        lastNanos = count;
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
