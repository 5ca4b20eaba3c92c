package io.opslore.tools.kubernetes;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.ClusterObject;
import io.opslore.connections.kubernetes.Clusters;
import io.opslore.connections.kubernetes.LogWish;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Why something that should run does not, in one call. */
@Component
class WorkloadDiagnose extends ClusterTool {

    private static final int PODS_TOLD = 5;
    private static final int EVENTS_TOLD = 15;
    private static final int LOG_LINES = 30;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "k8s_workload_diagnose",
                    "Diagnose a Kubernetes workload",
                    "Says in one call why a pod, deployment, stateful set, daemon set or job is"
                            + " not well: the likely cause, owners, conditions, containers with"
                            + " restarts and last ends, events, and the last log lines. Begin with"
                            + " it when something does not run.",
                    List.of(
                            ToolParameter.text("kind", "pod, deployment, statefulset, job"),
                            ToolParameter.text("name", "Its name"),
                            namespace()));

    WorkloadDiagnose(ChosenSource chosen, Clusters clusters) {
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
        List<ClusterObject> pods = workload.pods();
        List<EventGroup> events = events(cluster, object, pods);
        List<SickPod> ill = SickPod.worstFirst(pods, events);
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(summary(workload, ill, events));
        ill.stream().limit(PODS_TOLD).map(SickPod::fields).forEach(rows::add);
        events.stream().limit(EVENTS_TOLD).map(WorkloadDiagnose::row).forEach(rows::add);
        ill.stream().findFirst().flatMap(one -> log(cluster, one)).ifPresent(rows::add);
        return new Found(
                source,
                object.version(),
                rows.stream().map(row -> new Found.Item(row, "")).toList(),
                false,
                "");
    }

    private static Map<String, Object> summary(
            Workload workload, List<SickPod> pods, List<EventGroup> events) {
        ClusterObject object = workload.object();
        Cause cause = WorkloadCause.of(object, pods, events);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("part", "summary");
        fields.put("kind", object.kind());
        fields.put("name", object.name());
        fields.put("namespace", object.namespace());
        fields.put("cause", cause.name());
        fields.put("sentence", Cut.end(cause.sentence(), 1_500));
        fields.put("advice", cause.advice());
        fields.put("pods", pods.size());
        fields.put("podsInTrouble", pods.stream().filter(SickPod::isIll).count());
        fields.put("owners", workload.owners());
        fields.put("conditions", Summary.conditions(object));
        return fields;
    }

    private static List<EventGroup> events(
            Cluster cluster, ClusterObject object, List<ClusterObject> pods) {
        List<String> about = new ArrayList<>();
        about.add(object.kind() + "/" + object.name());
        pods.forEach(pod -> about.add("Pod/" + pod.name()));
        String replicaSets = "ReplicaSet/" + object.name() + "-";
        return EventGroup.of(
                        cluster,
                        object.namespace(),
                        one ->
                                about.contains(one.object())
                                        || object.kind().equals("Deployment")
                                                && one.object().startsWith(replicaSets))
                .stream()
                .sorted(Comparator.comparing(one -> one.type().equals("Normal")))
                .toList();
    }

    private static Map<String, Object> row(EventGroup event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("part", "event");
        fields.putAll(event.fields());
        return fields;
    }

    /** What the container at fault has said last; there may be no log. */
    private static Optional<Map<String, Object>> log(Cluster cluster, SickPod one) {
        Optional<ContainerState> container = one.atFault();
        if (container.isEmpty()) {
            return Optional.empty();
        }
        boolean previous = one.cause().ended();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("part", "log");
        fields.put("pod", one.pod().name());
        fields.put("container", container.get().name());
        fields.put("previous", previous);
        try {
            List<String> lines =
                    cluster.log(
                                    new LogWish(
                                            one.pod().namespace(),
                                            one.pod().name(),
                                            container.get().name(),
                                            previous,
                                            LOG_LINES,
                                            0))
                            .lines();
            fields.put("log", Cut.beginning(String.join("\n", lines), 5_000));
        } catch (ConnectionFailed failed) {
            fields.put("log", "(not to be had: " + failed.getMessage() + ")");
        }
        return Optional.of(fields);
    }
}
