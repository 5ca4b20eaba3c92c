package io.opslore.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedLabelsTests {

    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @BeforeEach
    void bounded() {
        meters.config().meterFilter(new BoundedLabels());
    }

    @Test
    void aThousandNamesMakeFewSeriesAndAllAreCounted() {
        for (int number = 0; number < 1000; number++) {
            meters.counter("opslore.model.requests", "model", "made-up-" + number).increment();
        }

        assertThat(meters.find("opslore.model.requests").counters())
                .hasSize(BoundedLabels.MOST + 1);
        assertThat(
                        meters.find("opslore.model.requests").counters().stream()
                                .mapToDouble(Counter::count)
                                .sum())
                .isEqualTo(1000);
        assertThat(meters.get("opslore.model.requests").tag("model", "other").counter().count())
                .isEqualTo(1000.0 - BoundedLabels.MOST);
    }

    @Test
    void aTextIsNoLabel() {
        meters.counter("opslore.model.requests", "model", "what was asked, ".repeat(20))
                .increment();

        assertThat(meters.scrape()).contains("model=\"other\"").doesNotContain("what was asked");
    }

    @Test
    void whatIsKnownStaysKnownHoweverManyComeAfter() {
        meters.counter("opslore.model.requests", "model", "llama3.1:8b").increment();
        for (int number = 0; number < 100; number++) {
            meters.counter("opslore.model.requests", "model", "made-up-" + number).increment();
        }
        meters.counter("opslore.model.requests", "model", "llama3.1:8b").increment();

        assertThat(
                        meters.get("opslore.model.requests")
                                .tag("model", "llama3.1:8b")
                                .counter()
                                .count())
                .isEqualTo(2);
    }
}
