package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.ClusterObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a container of a pod is, and what may have brought it there.
 *
 * @param status as the cluster tells it
 * @param spec as it was asked for
 */
record ContainerState(ClusterObject status, ClusterObject spec) {

    static List<ContainerState> of(ClusterObject pod) {
        List<ClusterObject> specs =
                Stream.concat(
                                pod.parts("spec.initContainers").stream(),
                                pod.parts("spec.containers").stream())
                        .toList();
        return Stream.concat(
                        pod.parts("status.initContainerStatuses").stream(),
                        pod.parts("status.containerStatuses").stream())
                .map(status ->
                        new ContainerState(
                                status,
                                specs.stream()
                                        .filter(one -> one.text("name").equals(status.text("name")))
                                        .findFirst()
                                        .orElse(new ClusterObject(Map.of()))))
                .toList();
    }

    String name() {
        return status.text("name");
    }

    boolean isReady() {
        return status.text("ready").equals("true");
    }

    boolean isRunning() {
        return status.has("state.running");
    }

    String waiting() {
        return status.text("state.waiting.reason");
    }

    /** How it ended, now or before its last restart. */
    Optional<ClusterObject> ended() {
        return Stream.of("state.terminated", "lastState.terminated")
                .filter(status::has)
                .map(status::part)
                .findFirst();
    }

    long restarts() {
        return status.number("restartCount");
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name());
        fields.put("image", status.text("image"));
        fields.put("ready", isReady());
        fields.put("restarts", restarts());
        fields.put(
                "state",
                isRunning()
                        ? "running since " + status.text("state.running.startedAt")
                        : status.has("state.waiting")
                                ? "waiting: " + waiting()
                                : "ended: " + status.text("state.terminated.reason"));
        ended().ifPresent(end ->
                fields.put(
                        "lastEnd",
                        "%s, exit code %d, %s"
                                .formatted(
                                        end.text("reason"),
                                        end.number("exitCode"),
                                        end.text("finishedAt"))));
        return fields;
    }
}
