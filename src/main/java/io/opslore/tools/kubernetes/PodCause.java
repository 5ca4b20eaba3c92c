package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.ClusterObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds out why a pod is not well: the first thing that explains it. */
final class PodCause {

    private static final Set<String> NO_IMAGE =
            Set.of("ImagePullBackOff", "ErrImagePull", "InvalidImageName", "ErrImageNeverPull");
    private static final Set<String> NO_CONFIG =
            Set.of("CreateContainerConfigError", "CreateContainerError");
    private static final Set<String> NO_VOLUME = Set.of("FailedMount", "FailedAttachVolume");

    private final ClusterObject pod;
    private final List<EventGroup> events;
    private final List<ContainerState> containers;

    private PodCause(ClusterObject pod, List<EventGroup> events) {
        this.pod = pod;
        this.events = events;
        containers = ContainerState.of(pod);
    }

    /**
     * @param events of this pod
     */
    static Cause of(ClusterObject pod, List<EventGroup> events) {
        return new PodCause(pod, events).find();
    }

    private Cause find() {
        return Stream.<Optional<Cause>>of(
                        ofPod(),
                        firstOf(this::notStarted),
                        firstOf(ContainerCause::outOfMemory),
                        firstOf(one -> ContainerCause.probeFailed(one, events)),
                        firstOf(ContainerCause::crashed),
                        noVolume(),
                        firstOf(one -> ContainerCause.notReady(one, events)),
                        pending())
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Cause.HEALTHY);
    }

    private Optional<Cause> firstOf(Function<ContainerState, Optional<Cause>> check) {
        return containers.stream().map(check).flatMap(Optional::stream).findFirst();
    }

    private Optional<Cause> ofPod() {
        if (pod.text("status.reason").equals("Evicted")) {
            return Optional.of(
                    Cause.of(
                            "Evicted",
                            "The node has thrown it out: " + pod.text("status.message"),
                            "Look at the node's memory and disk, and the pod's requests."));
        }
        return pod.parts("status.conditions").stream()
                .filter(one ->
                        one.text("type").equals("PodScheduled")
                                && one.text("status").equals("False"))
                .findFirst()
                .map(one ->
                        Cause.of(
                                "Unschedulable",
                                "No node takes it: " + one.text("message"),
                                "Compare its requests, selectors, affinity and tolerations with"
                                        + " the nodes."));
    }

    private Optional<Cause> notStarted(ContainerState one) {
        String message = one.status().text("state.waiting.message");
        if (NO_IMAGE.contains(one.waiting())) {
            return Optional.of(
                    new Cause(
                            one.waiting(),
                            "The image %s of container %s cannot be pulled. %s"
                                    .formatted(
                                            one.status().text("image"),
                                            one.name(),
                                            message.isEmpty() ? said("Failed") : message),
                            "Check the image's name and tag, the registry, and imagePullSecrets.",
                            one.name(),
                            false));
        }
        if (NO_CONFIG.contains(one.waiting())) {
            return Optional.of(
                    new Cause(
                            one.waiting(),
                            "Container %s cannot be made: %s".formatted(one.name(), message),
                            "Check that the ConfigMaps, Secrets and keys that it names exist.",
                            one.name(),
                            false));
        }
        return Optional.empty();
    }

    private Optional<Cause> noVolume() {
        return containers.stream().allMatch(ContainerState::isRunning) && !containers.isEmpty()
                ? Optional.empty()
                : events.stream()
                        .filter(one -> NO_VOLUME.contains(one.reason()))
                        .findFirst()
                        .map(one ->
                                Cause.of(
                                        one.reason(),
                                        "A volume cannot be mounted: " + one.message(),
                                        "Check the claim, the storage class, and the Secrets and"
                                                + " ConfigMaps mounted."));
    }

    private Optional<Cause> pending() {
        if (pod.has("metadata.deletionTimestamp")) {
            return Optional.of(
                    Cause.of(
                            "Terminating",
                            "It is being deleted since "
                                    + pod.text("metadata.deletionTimestamp")
                                    + ".",
                            "Look at its finalizers and whether its node is up."));
        }
        return pod.text("status.phase").equals("Pending")
                ? Optional.of(
                        Cause.of(
                                "Pending",
                                "It has not started yet. " + said("FailedScheduling"),
                                "Look at its events."))
                : Optional.empty();
    }

    private String said(String reason) {
        return events.stream()
                .filter(one -> one.reason().equals(reason))
                .map(EventGroup::message)
                .findFirst()
                .orElse("");
    }
}
