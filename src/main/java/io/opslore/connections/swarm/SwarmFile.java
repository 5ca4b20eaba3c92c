package io.opslore.connections.swarm;

/**
 * A config or a secret, of which the content is not told.
 *
 * @param stack empty where it belongs to none
 * @param usedBy names of services, by commas
 */
public record SwarmFile(
        String id, String name, String stack, String createdAt, String updatedAt, String usedBy) {}
