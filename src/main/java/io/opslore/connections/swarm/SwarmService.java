package io.opslore.connections.swarm;

import java.util.Map;

/**
 * A service as it is to be, and how much of it is.
 *
 * @param stack empty where it belongs to none
 * @param image with its digest where the engine resolved one
 * @param mode replicated, global, replicated-job or global-job
 * @param desired tasks that are to run
 * @param running tasks that do
 * @param update how the last change of it goes, as the engine says; empty before the first
 * @param version of its description, which every change raises
 * @param form as a compose file would say it, without its secrets
 */
public record SwarmService(
        String id,
        String name,
        String stack,
        String image,
        String mode,
        long desired,
        long running,
        String update,
        String createdAt,
        String updatedAt,
        long version,
        Map<String, Object> form) {

    public SwarmService {
        form = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(form));
    }
}
