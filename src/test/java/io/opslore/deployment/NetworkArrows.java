package io.opslore.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The arrows that NetworkPolicies draw: {@code from → to:port}, and what is wrong with how they are
 * drawn.
 */
final class NetworkArrows {

    /** Namespaces that are somebody else's. */
    private static final Map<String, String> OTHERS =
            Map.of(
                    "kube-system", "k8s-app=kube-dns",
                    "ingress-nginx", "app.kubernetes.io/name=ingress-nginx",
                    "monitoring", "app.kubernetes.io/name=prometheus");

    private final Cluster cluster;
    private final Set<String> leaving = new TreeSet<>();
    private final Set<String> arriving = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    NetworkArrows(Cluster cluster) {
        this.cluster = cluster;
        cluster.ofKind("NetworkPolicy").forEach(this::policy);
        cluster.workloads().map(Cluster::namespace).distinct().forEach(this::denied);
        between(leaving, arriving, "is let out and not in");
        between(arriving, leaving, "is let in and not out");
    }

    Set<String> drawn() {
        Set<String> all = new TreeSet<>(leaving);
        all.addAll(arriving);
        return all;
    }

    List<String> problems() {
        return problems;
    }

    private void policy(JsonNode policy) {
        String namespace = Cluster.namespace(policy);
        List<JsonNode> pods =
                cluster.selected(namespace, policy.at("/spec/podSelector/matchLabels"));
        if (pods.isEmpty()) {
            problems.add(Cluster.what(policy) + " selects no pod");
        }
        for (JsonNode pod : pods) {
            for (JsonNode rule : policy.at("/spec/egress")) {
                for (String peer : peers(policy, rule.path("to"))) {
                    ports(policy, rule)
                            .forEach(port ->
                                    leaving.add(Cluster.name(pod) + " → " + peer + ":" + port));
                }
            }
            for (JsonNode rule : policy.at("/spec/ingress")) {
                for (String peer : peers(policy, rule.path("from"))) {
                    ports(policy, rule)
                            .forEach(port ->
                                    arriving.add(peer + " → " + Cluster.name(pod) + ":" + port));
                }
            }
        }
    }

    private List<String> peers(JsonNode policy, JsonNode peers) {
        List<String> names = new ArrayList<>();
        for (JsonNode peer : peers) {
            if (peer.has("ipBlock")) {
                String network = peer.at("/ipBlock/cidr").asString();
                names.add(network.equals("0.0.0.0/0") ? "outside" : network);
            } else {
                names.addAll(pods(policy, peer));
            }
        }
        if (names.isEmpty()) {
            problems.add(Cluster.what(policy) + " has a rule that leads nowhere, or everywhere");
        }
        return names;
    }

    private List<String> pods(JsonNode policy, JsonNode peer) {
        String namespace =
                peer.has("namespaceSelector")
                        ? peer.at("/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
                                .asString("*")
                        : Cluster.namespace(policy);
        JsonNode labels = peer.at("/podSelector/matchLabels");
        if (OTHERS.containsKey(namespace)) {
            String given =
                    Cluster.labels(labels).entrySet().stream()
                            .map(Object::toString)
                            .findFirst()
                            .orElse("");
            if (!given.equals(OTHERS.get(namespace))) {
                problems.add(Cluster.what(policy) + " names no known pod of " + namespace);
            }
            return List.of(namespace);
        }
        List<String> found =
                cluster.selected(namespace, labels).stream().map(Cluster::name).toList();
        if (found.isEmpty()) {
            problems.add(Cluster.what(policy) + " leads to no pod of " + namespace);
        }
        return found;
    }

    private List<String> ports(JsonNode policy, JsonNode rule) {
        List<String> ports =
                rule.path("ports")
                        .valueStream()
                        .map(port -> port.path("port").asString(""))
                        .distinct()
                        .toList();
        if (ports.isEmpty()) {
            problems.add(Cluster.what(policy) + " opens every port");
        }
        return ports;
    }

    private void denied(String namespace) {
        boolean denied =
                cluster.ofKind("NetworkPolicy")
                        .filter(policy -> Cluster.namespace(policy).equals(namespace))
                        .anyMatch(policy ->
                                policy.at("/spec/podSelector").isEmpty()
                                        && !policy.get("spec").has("ingress")
                                        && !policy.get("spec").has("egress")
                                        && policy.at("/spec/policyTypes").size() == 2);
        if (!denied) {
            problems.add(namespace + " is not closed at first");
        }
    }

    /** An arrow between two pods of ours has to be drawn at both of its ends. */
    private void between(Set<String> some, Set<String> others, String problem) {
        List<String> ours = cluster.workloads().map(Cluster::name).toList();
        some.stream()
                .filter(arrow ->
                        ours.contains(arrow.split(" → ")[0])
                                && ours.contains(arrow.split(" → ")[1].split(":")[0]))
                .filter(arrow -> !others.contains(arrow))
                .forEach(arrow -> problems.add(arrow + " " + problem));
    }
}
