package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.ClusterObject;
import io.opslore.connections.kubernetes.Clusters;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How far a rollout is, what it changes, and why it does not get on. */
@Component
class RolloutGet extends ClusterTool {

    private static final int REVISIONS_TOLD = 10;
    private static final int CHANGES_TOLD = 60;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "k8s_rollout_get",
                    "Read a rollout's state",
                    "Tells how far the rollout of a deployment, stateful set or daemon set is,"
                            + " what its pod template has changed against the previous one, earlier"
                            + " revisions with their images, and why it does not get on.",
                    List.of(
                            ToolParameter.text("kind", "deployment, statefulset or daemonset"),
                            ToolParameter.text("name", "Its name"),
                            namespace()));

    RolloutGet(ChosenSource chosen, Clusters clusters) {
        super(INFO, chosen, clusters);
    }

    @Override
    Found look(Cluster cluster, String source, ToolArguments arguments) {
        ClusterObject object =
                cluster.get(
                        cluster.kind(arguments.text("kind")),
                        arguments.find("namespace").orElse(""),
                        arguments.text("name"));
        Workload workload = new Workload(cluster, object);
        Rollout rollout = Rollout.of(workload);
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(state(workload, rollout));
        rollout.revisions().stream().limit(REVISIONS_TOLD).map(Rollout::fields).forEach(rows::add);
        return new Found(
                source,
                object.version(),
                rows.stream().map(row -> new Found.Item(row, "")).toList(),
                rollout.revisions().size() > REVISIONS_TOLD,
                "");
    }

    private static Map<String, Object> state(Workload workload, Rollout rollout) {
        ClusterObject object = workload.object();
        boolean daemon = object.kind().equals("DaemonSet");
        long wanted =
                daemon
                        ? object.number("status.desiredNumberScheduled")
                        : object.number("spec.replicas");
        long updated =
                object.number(daemon ? "status.updatedNumberScheduled" : "status.updatedReplicas");
        long ready = object.number(daemon ? "status.numberReady" : "status.readyReplicas");
        boolean seen =
                object.number("status.observedGeneration") >= object.number("metadata.generation");
        boolean done = seen && updated >= wanted && ready >= wanted;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", object.kind());
        fields.put("name", object.name());
        fields.put("namespace", object.namespace());
        fields.put("state", done ? "complete" : "not complete");
        fields.put("wanted", wanted);
        fields.put("updated", updated);
        fields.put("ready", ready);
        fields.put("paused", object.text("spec.paused").equals("true"));
        if (!done) {
            Cause cause = cause(workload);
            fields.put("cause", cause.name());
            fields.put("sentence", Cut.end(cause.sentence(), 1_500));
        }
        fields.put("changes", rollout.changes().stream().limit(CHANGES_TOLD).toList());
        fields.put("conditions", Summary.conditions(object));
        return fields;
    }

    private static Cause cause(Workload workload) {
        List<EventGroup> events =
                EventGroup.of(workload.cluster(), workload.object().namespace(), one -> true);
        return WorkloadCause.of(
                workload.object(), SickPod.worstFirst(workload.pods(), events), events);
    }
}
