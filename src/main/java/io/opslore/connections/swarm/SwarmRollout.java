package io.opslore.connections.swarm;

import java.util.List;

/**
 * How a service's last change goes.
 *
 * @param state updating, paused, completed, rollback_started, rollback_paused, rollback_completed;
 *     empty where it was never changed. It lags behind what tasks tell
 * @param message the engine's remark on it
 * @param changes what is other than before the change
 * @param images how many tasks run of each image
 * @param failures of its tasks, the most recent first
 */
public record SwarmRollout(
        SwarmService service,
        String state,
        String message,
        String startedAt,
        String completedAt,
        List<Difference> changes,
        List<RunningImage> images,
        List<Failure> failures) {

    public SwarmRollout {
        changes = List.copyOf(changes);
        images = List.copyOf(images);
        failures = List.copyOf(failures);
    }

    /** How many tasks run of an image. */
    public record RunningImage(String image, int tasks) {}

    /**
     * Tasks that failed for the same reason.
     *
     * @param last when the last of them did
     */
    public record Failure(
            String error,
            @org.jspecify.annotations.Nullable Integer exitCode,
            int tasks,
            String node,
            String last) {}
}
