package io.opslore.connections.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts services together that were deployed under one name. */
final class Stacks {

    private Stacks() {}

    /** By name. */
    static List<SwarmStack> of(List<SwarmService> services) {
        Map<String, SwarmStack> stacks = new TreeMap<>();
        for (SwarmService service : services) {
            if (!service.stack().isEmpty()) {
                stacks.merge(service.stack(), alone(service), Stacks::together);
            }
        }
        return List.copyOf(stacks.values());
    }

    private static SwarmStack alone(SwarmService service) {
        return new SwarmStack(
                service.stack(),
                List.of(service.name()),
                service.desired(),
                service.running(),
                service.updatedAt());
    }

    private static SwarmStack together(SwarmStack one, SwarmStack other) {
        List<String> services = new ArrayList<>(one.services());
        services.addAll(other.services());
        boolean isLater = one.updatedAt().compareTo(other.updatedAt()) > 0;
        return new SwarmStack(
                one.name(),
                services,
                one.desired() + other.desired(),
                one.running() + other.running(),
                isLater ? one.updatedAt() : other.updatedAt());
    }
}
