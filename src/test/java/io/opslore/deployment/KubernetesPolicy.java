package io.opslore.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the project asks of its manifests beyond what the API does. */
final class KubernetesPolicy {

    private static final Set<String> READS = Set.of("get", "list", "watch");
    private static final Set<String> NEVER =
            Set.of("*", "secrets", "pods/exec", "pods/attach", "pods/portforward", "pods/proxy");

    private final Cluster cluster;
    private final List<String> problems = new ArrayList<>();

    private KubernetesPolicy(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Each a sentence; none where all is well. */
    static List<String> problems(Cluster cluster) {
        var policy = new KubernetesPolicy(cluster);
        policy.problems.addAll(PodPolicy.problems(cluster));
        cluster.ofKind("Service").forEach(policy::service);
        cluster.ofKind("Ingress").forEach(policy::ingress);
        cluster.ofKind("ClusterRole").forEach(policy::rights);
        cluster.ofKind("Role").forEach(policy::rights);
        cluster.ofKind("Namespace").forEach(policy::namespace);
        cluster.ofKind("PodDisruptionBudget").forEach(policy::budget);
        cluster.ofKind("HorizontalPodAutoscaler").forEach(policy::scaling);
        cluster.ofKind("ClusterRoleBinding").forEach(policy::binding);
        policy.problems.addAll(new NetworkArrows(cluster).problems());
        return policy.problems;
    }

    private void service(JsonNode service) {
        String who = Cluster.what(service);
        List<JsonNode> pods =
                cluster.selected(Cluster.namespace(service), service.at("/spec/selector"));
        unless(pods.size() == 1, who, "leads to " + pods.size() + " workloads");
        for (JsonNode port : service.at("/spec/ports")) {
            boolean there =
                    pods.stream()
                            .flatMap(pod -> pod.at("/spec/template/spec/containers").valueStream())
                            .anyMatch(container ->
                                    names(container.path("ports"))
                                            .contains(port.path("targetPort").asString("")));
            unless(there, who, "leads to a port that is not there");
        }
        unless(!service.at("/spec").has("type"), who, "is open beyond the cluster");
    }

    private void ingress(JsonNode ingress) {
        String who = Cluster.what(ingress);
        unless(!ingress.at("/spec/tls").isEmpty(), who, "has no TLS");
        for (JsonNode rule : ingress.at("/spec/rules")) {
            for (JsonNode path : rule.at("/http/paths")) {
                JsonNode backend = path.at("/backend/service");
                boolean there =
                        cluster.find(
                                        "Service",
                                        Cluster.namespace(ingress),
                                        backend.path("name").asString(""))
                                .filter(service ->
                                        names(service.at("/spec/ports"))
                                                .contains(backend.at("/port/name").asString("")))
                                .isPresent();
                unless(there, who, "leads to no service");
            }
        }
    }

    private void rights(JsonNode role) {
        for (JsonNode rule : role.path("rules")) {
            unless(
                    READS.containsAll(Yaml.texts(rule.path("verbs"))),
                    Cluster.what(role),
                    "may change: " + rule);
            Stream.concat(
                            Yaml.texts(rule.path("resources")).stream(),
                            Yaml.texts(rule.path("apiGroups")).stream())
                    .filter(NEVER::contains)
                    .forEach(right -> problems.add(Cluster.what(role) + " may reach " + right));
        }
    }

    private void binding(JsonNode binding) {
        unless(
                cluster.find("ClusterRole", "", binding.at("/roleRef/name").asString(""))
                        .isPresent(),
                Cluster.what(binding),
                "grants what is not there");
        for (JsonNode subject : binding.path("subjects")) {
            unless(
                    subject.path("kind").asString("").equals("ServiceAccount")
                            && cluster.find(
                                            "ServiceAccount",
                                            subject.path("namespace").asString(""),
                                            subject.path("name").asString(""))
                                    .isPresent(),
                    Cluster.what(binding),
                    "grants to somebody who is not there");
        }
    }

    private void namespace(JsonNode namespace) {
        for (String mode : List.of("enforce", "warn", "audit")) {
            unless(
                    Cluster.labels(namespace.at("/metadata/labels"))
                            .getOrDefault("pod-security.kubernetes.io/" + mode, "")
                            .equals("restricted"),
                    Cluster.what(namespace),
                    "does not " + mode + " restricted pods");
        }
    }

    private void budget(JsonNode budget) {
        unless(
                cluster.selected(Cluster.namespace(budget), budget.at("/spec/selector/matchLabels"))
                                .size()
                        == 1,
                Cluster.what(budget),
                "is for no pod");
    }

    private void scaling(JsonNode scaling) {
        JsonNode target = scaling.at("/spec/scaleTargetRef");
        exists(target.path("kind").asString(""), scaling, target.path("name").asString(""));
    }

    private void exists(String kind, JsonNode by, String name) {
        unless(
                cluster.find(kind, Cluster.namespace(by), name).isPresent(),
                Cluster.what(by),
                "names a " + kind + " that is not there: " + name);
    }

    private static Set<String> names(JsonNode list) {
        return Set.copyOf(list.valueStream().map(each -> each.path("name").asString("")).toList());
    }

    private void unless(boolean well, String who, String what) {
        if (!well) {
            problems.add(who + " " + what);
        }
    }
}
