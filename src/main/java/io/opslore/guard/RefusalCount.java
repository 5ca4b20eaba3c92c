package io.opslore.guard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what was refused, by limit. Thread-safe. */
@Component
class RefusalCount {

    private final MeterRegistry meters;

    RefusalCount(MeterRegistry meters) {
        this.meters = meters;
        // So that nothing refused is told as such, and not as nothing known.
        for (Limit limit : Limit.values()) {
            counter(limit);
        }
    }

    void count(Refusal refusal) {
        counter(refusal.limit()).increment();
    }

    private Counter counter(Limit limit) {
        return Counter.builder("opslore.limits.refused")
                .tag("limit", limit.key())
                .description("What was not begun because a limit was reached")
                .register(meters);
    }
}
