package io.opslore.connections.swarm;

import org.jspecify.annotations.Nullable;

/**
 * One run of a service's container, or the attempt at one.
 *
 * @param slot which of the replicas; 0 for a service that runs on every node
 * @param node its host's name; empty before it has one
 * @param state where it is: new, pending, preparing, running, complete, failed, rejected …
 * @param desired what it is to be: running, shutdown, remove
 * @param since when it came to that state
 * @param message the engine's remark
 * @param error why it failed; empty where it did not
 * @param exitCode null where nothing has ended
 */
public record SwarmTask(
        String id,
        String service,
        int slot,
        String node,
        String image,
        String state,
        String desired,
        String since,
        String createdAt,
        String message,
        String error,
        @Nullable Integer exitCode) {

    /** Whether it ended in a way that nobody wanted. */
    public boolean hasFailed() {
        return state.equals("failed") || state.equals("rejected") || state.equals("orphaned");
    }
}
