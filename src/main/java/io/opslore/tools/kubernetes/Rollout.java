package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.ClusterObject;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The templates that a workload has had, the newest first.
 *
 * @param revisions what keeps them: replica sets, or controller revisions
 */
record Rollout(List<ClusterObject> revisions) {

    private static final String NUMBER = "deployment.kubernetes.io/revision";
    private static final int MOST = 50;

    static Rollout of(Workload workload) {
        return switch (workload.object().kind()) {
            case "Deployment" -> newestFirst(workload.owned("replicasets", MOST));
            case "StatefulSet", "DaemonSet" ->
                    newestFirst(workload.owned("controllerrevisions", MOST));
            default ->
                    throw new ToolFailure(
                            Code.UNSUPPORTED,
                            "A " + workload.object().kind() + " is not rolled out.",
                            "Ask for a Deployment, StatefulSet or DaemonSet.");
        };
    }

    private static Rollout newestFirst(List<ClusterObject> found) {
        return new Rollout(
                found.stream().sorted(Comparator.comparing(Rollout::number).reversed()).toList());
    }

    static long number(ClusterObject revision) {
        String number = revision.annotation(NUMBER);
        return number.matches("\\d{1,9}") ? Long.parseLong(number) : revision.number("revision");
    }

    static ClusterObject template(ClusterObject revision) {
        return revision.has("data.spec.template")
                ? revision.part("data.spec.template")
                : revision.part("spec.template");
    }

    /** What the newest one has changed. */
    List<String> changes() {
        return revisions.size() < 2
                ? List.of()
                : TemplateDiff.between(template(revisions.get(1)), template(revisions.getFirst()));
    }

    static Map<String, Object> fields(ClusterObject revision) {
        return Map.of(
                "revision", number(revision),
                "name", revision.name(),
                "created", revision.text("metadata.creationTimestamp"),
                "pods", revision.number("status.replicas"),
                "ready", revision.number("status.readyReplicas"),
                "images",
                        template(revision).parts("spec.containers").stream()
                                .map(one -> one.text("image"))
                                .toList());
    }
}
