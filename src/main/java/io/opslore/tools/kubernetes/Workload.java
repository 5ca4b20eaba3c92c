package io.opslore.tools.kubernetes;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.kubernetes.ApiKind;
import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.ClusterObject;
import io.opslore.connections.kubernetes.Listing;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An object that pods come from, or a pod, with what belongs to it. */
record Workload(Cluster cluster, ClusterObject object) {

    private static final int MOST_PODS = 200;
    private static final int MOST_OWNERS = 4;

    /** Its pods, or itself. */
    List<ClusterObject> pods() {
        return object.kind().equals("Pod") ? List.of(object) : all("pods", MOST_PODS);
    }

    /** What of a kind bears the labels that it selects. */
    List<ClusterObject> all(String kind, int most) {
        return cluster.all(
                Listing.of(cluster.kind(kind), object.namespace()).withLabels(selector()), most);
    }

    /** What of a kind belongs to it. */
    List<ClusterObject> owned(String kind, int most) {
        return all(kind, most).stream()
                .filter(one ->
                        one.parts("metadata.ownerReferences").stream()
                                .anyMatch(owner -> owner.text("uid").equals(object.uid())))
                .toList();
    }

    private String selector() {
        ClusterObject selector = object.part("spec.selector");
        String written =
                Stream.concat(
                                selector.part("matchLabels").fields().entrySet().stream()
                                        .map(one -> one.getKey() + "=" + one.getValue()),
                                selector.parts("matchExpressions").stream()
                                        .map(Workload::expression))
                        .collect(Collectors.joining(","));
        if (written.isEmpty()) {
            throw new ToolFailure(
                    Code.UNSUPPORTED,
                    "No pods come from a " + object.kind() + ".",
                    "Ask for a Deployment, StatefulSet, DaemonSet, ReplicaSet, Job or Pod.");
        }
        return written;
    }

    private static String expression(ClusterObject one) {
        String values = "(" + String.join(",", one.texts("values")) + ")";
        return switch (one.text("operator")) {
            case "In" -> one.text("key") + " in " + values;
            case "NotIn" -> one.text("key") + " notin " + values;
            case "DoesNotExist" -> "!" + one.text("key");
            default -> one.text("key");
        };
    }

    /** From what it belongs to up to what belongs to nothing. */
    List<String> owners() {
        List<String> chain = new ArrayList<>();
        Optional<ClusterObject> at = Optional.of(object);
        while (at.isPresent() && chain.size() < MOST_OWNERS) {
            String namespace = at.get().namespace();
            List<ClusterObject> owners = at.get().parts("metadata.ownerReferences");
            owners.stream().limit(1).forEach(one -> chain.add(one.kind() + "/" + one.text("name")));
            at = owners.stream().findFirst().flatMap(one -> owner(one, namespace));
        }
        return chain;
    }

    /** What cannot be read ends the chain. */
    private Optional<ClusterObject> owner(ClusterObject reference, String namespace) {
        try {
            String group = reference.text("apiVersion");
            int slash = group.indexOf('/');
            ApiKind kind =
                    cluster.kind(
                            reference.kind() + (slash < 0 ? "" : "." + group.substring(0, slash)));
            return Optional.of(cluster.get(kind, namespace, reference.text("name")));
        } catch (ConnectionFailed unreadable) {
            return Optional.empty();
        }
    }
}
