package io.opslore.connections.swarm;

import java.util.List;

/**
 * What was deployed under one name.
 *
 * @param services their names
 * @param desired tasks that are to run
 * @param running tasks that do
 * @param updatedAt when the last of its services changed
 */
public record SwarmStack(
        String name, List<String> services, long desired, long running, String updatedAt) {

    public SwarmStack {
        services = List.copyOf(services);
    }
}
