package io.opslore.operations.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.opslore.health.Condition.State;
import io.opslore.health.Dependencies;
import io.opslore.health.DependencyState;
import org.springframework.stereotype.Component;

/** How the dependencies stand, as numbers: 1 is up, 0.5 degraded, 0 down. */
@Component
class DependencyMeters implements MeterBinder {

    private final Dependencies dependencies;

    DependencyMeters(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (DependencyState one : dependencies.all()) {
            Gauge.builder("opslore.dependency.state", () -> now(one.name()))
                    .tag("dependency", one.name())
                    .description("What the portal depends on: 1 is up, 0.5 degraded, 0 down")
                    .register(meters);
        }
    }

    private double now(String name) {
        State state = dependencies.of(name).map(it -> it.condition().state()).orElse(State.UNKNOWN);
        return switch (state) {
            case UP -> 1;
            case DEGRADED -> 0.5;
            case DOWN -> 0;
            case UNKNOWN -> Double.NaN;
        };
    }
}
