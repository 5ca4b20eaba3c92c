package io.opslore.connections.swarm;

import java.util.Map;

/**
 * A machine of a swarm. Nothing of how others may join it is ever read.
 *
 * @param role manager or worker
 * @param state whether it answers the managers: ready, down, unknown, disconnected
 * @param availability what it may be given: active, pause, drain
 * @param leader whether it leads the managers
 * @param reachability of a manager; empty for a worker
 * @param tasks that are to run on it
 */
public record SwarmNode(
        String id,
        String hostname,
        String role,
        String state,
        String availability,
        boolean leader,
        String reachability,
        String engine,
        String platform,
        double processors,
        long memoryBytes,
        Map<String, Object> labels,
        int tasks,
        long version) {

    public SwarmNode {
        labels = Map.copyOf(labels);
    }
}
