package io.opslore.operations.health;

import io.opslore.health.Condition;
import io.opslore.health.Dependencies;
import io.opslore.health.DependencyState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells how the dependencies stand. Only a vital one makes the portal unready; the others are told
 * with their reasons and change nothing in the whole, for the portal goes on without them.
 */
@Configuration(proxyBeanMethods = false)
class HealthContributors {

    private static final Status DEGRADED = new Status("DEGRADED");

    /** Each by its name. */
    @Bean
    HealthContributor dependenciesHealthContributor(Dependencies dependencies) {
        Map<String, HealthContributor> each = new LinkedHashMap<>();
        for (DependencyState one : dependencies.all()) {
            HealthIndicator now =
                    () -> dependencies.of(one.name()).map(it -> told(it)).orElseThrow();
            each.put(one.name(), now);
        }
        return CompositeHealthContributor.fromMap(each);
    }

    /** What readiness asks: whether all that the portal can do nothing without are there. */
    @Bean
    HealthIndicator vitalHealthIndicator(Dependencies dependencies) {
        return () ->
                dependencies.all().stream()
                        .filter(DependencyState::vital)
                        .map(HealthContributors::told)
                        .filter(told -> told.getStatus().equals(Status.DOWN))
                        .findFirst()
                        .orElseGet(() -> Health.up().build());
    }

    private static Health told(DependencyState one) {
        return Health.status(status(one))
                .withDetail("reason", one.condition().reason())
                .withDetail("since", one.since().toString())
                .build();
    }

    private static Status status(DependencyState one) {
        Condition.State state = one.condition().state();
        return switch (state) {
            case UP -> Status.UP;
            case DEGRADED -> DEGRADED;
            case DOWN -> one.vital() ? Status.DOWN : DEGRADED;
            case UNKNOWN -> Status.UNKNOWN;
        };
    }
}
