package io.opslore.operations.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.health.Condition;
import io.opslore.health.Condition.State;
import io.opslore.testing.TestingDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ClockDependencyTests {

    private final ShiftedClock clock = new ShiftedClock();
    private Duration passed = Duration.ZERO;
    private final ClockDependency dependency =
            new ClockDependency(
                    clock,
                    new JdbcTemplate(new DriverManagerDataSource(TestingDatabase.empty())),
                    () -> System.nanoTime() + passed.toNanos());

    @Test
    void aClockThatGoesEvenlyIsUp() {
        dependency.look();

        assertThat(dependency.look().state()).isEqualTo(State.UP);
    }

    @Test
    void aJumpIsNoticedAndSaidByHowMuch() {
        dependency.look();
        clock.shift = Duration.ofHours(-1);

        Condition now = dependency.look();

        assertThat(now.state()).isEqualTo(State.DEGRADED);
        assertThat(now.reason()).contains("jumped by -3600 seconds");
    }

    @Test
    void aJumpIsToldForAWhileAndThenAllIsWell() {
        dependency.look();
        clock.shift = Duration.ofHours(1);
        dependency.look();
        clock.shift = Duration.ZERO;
        assertThat(dependency.look().reason()).contains("jumped by -3600 seconds");

        while (passed.compareTo(ClockDependency.TOLD_FOR) <= 0) {
            assertThat(dependency.look().state()).isEqualTo(State.DEGRADED);
            passed = passed.plus(ClockDependency.TOLERANCE.minusSeconds(1));
        }

        assertThat(dependency.look().state()).isEqualTo(State.UP);
    }

    @Test
    void aClockThatIsNotAsTheDatabasesIsNoticed() {
        clock.shift = Duration.ofMinutes(2);

        Condition now = dependency.look();

        assertThat(now.state()).isEqualTo(State.DEGRADED);
        assertThat(now.reason()).contains("off the database's").containsPattern("1(19|20) seconds");
    }

    /** The system's, moved by somebody. */
    private static final class ShiftedClock extends Clock {

        private Duration shift = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(shift);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
