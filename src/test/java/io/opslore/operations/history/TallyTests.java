package io.opslore.operations.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TallyTests {

    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void tellsWhatWasCountedInBetween() {
        took("answered", Duration.ofMillis(300), 5);
        Tally before = Tally.of(meters);
        took("answered", Duration.ofMillis(300), 19);
        took("failed", Duration.ofSeconds(8), 1);

        Tally now = Tally.of(meters);

        assertThat(now.grown("questions", before)).isEqualTo(20);
        assertThat(now.grown("questions.failed", before)).isEqualTo(1);
        assertThat(now.passed(Tally.WHOLE, before)).isEqualTo(20);
        assertThat(now.quantile(0.5, Tally.WHOLE, before)).isBetween(0.25, 0.5);
        assertThat(now.quantile(0.99, Tally.WHOLE, before)).isBetween(5.0, 10.0);
    }

    @Test
    void knowsNoTimeOfWhatNothingWentThrough() {
        took("answered", Duration.ofMillis(300), 5);
        Tally now = Tally.of(meters);

        assertThat(now.passed(Tally.WHOLE, now)).isZero();
        assertThat(now.quantile(0.5, Tally.WHOLE, now)).isNaN();
        assertThat(now.quantile(0.5, "tools", Tally.NOTHING)).isNaN();
        assertThat(now.quantile(0.5, Tally.WHOLE, Tally.NOTHING)).isCloseTo(0.4, within(0.15));
    }

    private void took(String outcome, Duration time, int times) {
        for (int number = 0; number < times; number++) {
            Timer.builder("opslore.question")
                    .tag("outcome", outcome)
                    .serviceLevelObjectives(
                            Duration.ofMillis(250),
                            Duration.ofMillis(500),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(10))
                    .register(meters)
                    .record(time);
        }
    }
}
