package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.ClusterObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What matters of an object. */
final class Summary {

    private static final int MOST_TEXT = 8_000;

    private Summary() {}

    static Map<String, Object> of(ClusterObject object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("created", object.text("metadata.creationTimestamp"));
        put(fields, "deleting", object.text("metadata.deletionTimestamp"));
        fields.put("labels", object.part("metadata.labels").fields());
        owners(object, fields);
        ClusterObject pod =
                object.has("spec.template.spec")
                        ? object.part("spec.template.spec")
                        : object.part("spec");
        if (!pod.parts("containers").isEmpty()) {
            fields.put("containers", containers(pod.parts("containers")));
        }
        if (!object.parts("keys").isEmpty()) {
            fields.put("type", object.text("type"));
            fields.put("keys", object.parts("keys").stream().map(ClusterObject::fields).toList());
        }
        if (object.has("data")) {
            fields.put("data", Cut.end(object.part("data").yaml(), MOST_TEXT));
        }
        if (object.has("spec.replicas")) {
            fields.put("replicas", object.number("spec.replicas"));
            fields.put("ready", object.number("status.readyReplicas"));
        }
        put(fields, "phase", object.text("status.phase"));
        put(fields, "node", object.text("spec.nodeName"));
        if (pod.parts("containers").isEmpty() && object.has("spec")) {
            fields.put("spec", Cut.end(object.part("spec").yaml(), MOST_TEXT));
        }
        if (!object.parts("status.conditions").isEmpty()) {
            fields.put("conditions", conditions(object));
        }
        return fields;
    }

    static List<Map<String, Object>> conditions(ClusterObject object) {
        return object.parts("status.conditions").stream().map(Summary::condition).toList();
    }

    private static Map<String, Object> condition(ClusterObject one) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", one.text("type"));
        fields.put("status", one.text("status"));
        put(fields, "reason", one.text("reason"));
        put(fields, "message", Cut.end(one.text("message"), 500));
        put(fields, "since", one.text("lastTransitionTime"));
        return fields;
    }

    private static void owners(ClusterObject object, Map<String, Object> fields) {
        object.parts("metadata.ownerReferences")
                .forEach(owner -> fields.put("owner", owner.kind() + "/" + owner.text("name")));
    }

    private static List<Map<String, Object>> containers(List<ClusterObject> containers) {
        return containers.stream().limit(10).map(Summary::container).toList();
    }

    private static Map<String, Object> container(ClusterObject one) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", one.text("name"));
        fields.put("image", one.text("image"));
        fields.put("resources", one.part("resources").fields());
        List<String> environment =
                one.parts("env").stream()
                        .limit(40)
                        .map(entry ->
                                entry.text("name")
                                        + (entry.has("value")
                                                ? "=" + Cut.end(entry.text("value"), 200)
                                                : " (from elsewhere)"))
                        .toList();
        if (!environment.isEmpty()) {
            fields.put("env", environment);
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String key, String value) {
        if (!value.isEmpty()) {
            fields.put(key, value);
        }
    }
}
