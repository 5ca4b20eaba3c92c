package io.opslore.operations.support;

import io.opslore.health.Dependencies;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the portal depends on, and how each stands. */
@Component
class HealthPart implements BundlePart {

    private final Dependencies dependencies;
    private final Scrubbing scrubbing;

    HealthPart(Dependencies dependencies, Scrubbing scrubbing) {
        this.dependencies = dependencies;
        this.scrubbing = scrubbing;
    }

    @Override
    public String file() {
        return "health.txt";
    }

    @Override
    public String content() {
        Set<String> names = scrubbing.names();
        return dependencies.all().stream()
                .map(one ->
                        "%-14s %-9s since %s: %s\n"
                                .formatted(
                                        one.name(),
                                        one.condition().state(),
                                        one.since(),
                                        scrubbing.line(one.condition().reason(), names)))
                .collect(Collectors.joining());
    }
}
