package io.opslore.sources.live;

import io.opslore.connections.kubernetes.ClusterObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An object as somebody would have declared it: without what the cluster adds while it runs. */
final class Manifest {

    private static final Set<String> NOISE =
            Set.of(
                    "managedFields",
                    "resourceVersion",
                    "uid",
                    "generation",
                    "selfLink",
                    "creationTimestamp");

    /** Who leads at the moment, and the like. */
    private static final Set<String> RESTLESS =
            Set.of(
                    "control-plane.alpha.kubernetes.io/leader",
                    "endpoints.kubernetes.io/last-change-trigger-time",
                    "autoscaling.alpha.kubernetes.io/conditions",
                    "autoscaling.alpha.kubernetes.io/current-metrics");

    private Manifest() {}

    /** Whether somebody made it, and not the cluster out of another one. */
    static boolean isOwn(ClusterObject object) {
        boolean isMade =
                object.parts("metadata.ownerReferences").stream()
                        .anyMatch(owner -> owner.text("controller").equals("true"));
        return !isMade
                && !(object.kind().equals("ConfigMap") && object.name().equals("kube-root-ca.crt"));
    }

    static String yaml(ClusterObject object) {
        Map<String, Object> rest = new TreeMap<>(object.fields());
        rest.remove("status");
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String first : new String[] {"apiVersion", "kind"}) {
            Object value = rest.remove(first);
            if (value != null) {
                fields.put(first, value);
            }
        }
        rest.remove("metadata");
        fields.put("metadata", metadata(object.part("metadata")));
        fields.putAll(rest);
        return new ClusterObject(fields).yaml().replaceFirst("^---\n", "");
    }

    private static Map<String, Object> metadata(ClusterObject metadata) {
        Map<String, Object> clean = new TreeMap<>(metadata.fields());
        clean.keySet().removeAll(NOISE);
        Map<String, Object> annotations = new TreeMap<>(metadata.part("annotations").fields());
        annotations.keySet().removeAll(RESTLESS);
        clean.remove("annotations");
        if (!annotations.isEmpty()) {
            clean.put("annotations", annotations);
        }
        return clean;
    }
}
