package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.ClusterObject;
import java.util.List;
import java.util.Optional;

/** Why something that pods come from is not well. */
final class WorkloadCause {

    private WorkloadCause() {}

    /** What is wrong with its worst pod explains more than what it says itself. */
    static Cause of(ClusterObject object, List<SickPod> pods, List<EventGroup> events) {
        return pods.stream()
                .filter(SickPod::isIll)
                .map(SickPod::cause)
                .findFirst()
                .or(() -> refused(object, events))
                .or(() -> stuck(object))
                .or(() -> none(object, pods))
                .orElse(Cause.HEALTHY);
    }

    private static Optional<Cause> refused(ClusterObject object, List<EventGroup> events) {
        return message(object, "ReplicaFailure", "True")
                .or(() ->
                        events.stream()
                                .filter(one -> one.reason().equals("FailedCreate"))
                                .map(EventGroup::message)
                                .findFirst())
                .map(message ->
                        Cause.of(
                                "FailedCreate",
                                "The cluster refuses its pods: " + message,
                                "Check quotas, limits, admission rules and its service account."));
    }

    private static Optional<Cause> stuck(ClusterObject object) {
        return message(object, "Progressing", "False")
                .map(message ->
                        Cause.of(
                                "ProgressDeadlineExceeded",
                                "Its rollout does not get on: " + message,
                                "Look at k8s_rollout_get for what has changed."))
                .or(() ->
                        message(object, "Failed", "True")
                                .map(message ->
                                        Cause.of(
                                                "JobFailed",
                                                "The job has failed: " + message,
                                                "Read the logs of its pods.")));
    }

    private static Optional<Cause> none(ClusterObject object, List<SickPod> pods) {
        boolean wanted = !object.has("spec.replicas") || object.number("spec.replicas") > 0;
        return !pods.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        wanted
                                ? Cause.of(
                                        "NoPods",
                                        "It has no pods.",
                                        "Look at its events, and whether its controller runs.")
                                : Cause.of(
                                        "ScaledToZero",
                                        "It is scaled to no pods.",
                                        "That is wanted by whoever set spec.replicas to 0."));
    }

    private static Optional<String> message(ClusterObject object, String type, String status) {
        return object.parts("status.conditions").stream()
                .filter(one -> one.text("type").equals(type) && one.text("status").equals(status))
                .map(one -> one.text("message"))
                .findFirst();
    }
}
