package io.opslore.guard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts what was refused, by limit. Thread-safe. */
@Component
class RefusalCount {

    private final Map<Limit, Counter> counters;

    RefusalCount(MeterRegistry meters) {
        counters =
                Arrays.stream(Limit.values())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), limit -> counter(limit, meters)));
    }

    void count(Refusal refusal) {
        counters.get(refusal.limit()).increment();
    }

    private static Counter counter(Limit limit, MeterRegistry meters) {
        return Counter.builder("opslore.limits.refused")
                .tag("limit", limit.key())
                .description("What was not begun because a limit was reached")
                .register(meters);
    }
}
