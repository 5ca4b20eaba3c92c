package io.opslore.connections.swarm;

import static io.opslore.connections.swarm.Forms.put;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How many of a service there are to be, where, and how they follow one another. */
final class Deployment {

    private Deployment() {}

    /** What stands below {@code deploy} in a compose file. */
    static Map<String, Object> of(JsonNode spec) {
        JsonNode task = spec.path("TaskTemplate");
        Map<String, Object> form = new LinkedHashMap<>();
        String mode = mode(spec.path("Mode"));
        put(form, "mode", mode.equals("replicated") ? "" : mode);
        put(form, "replicas", replicas(spec.path("Mode")));
        put(form, "labels", Forms.labels(spec.path("Labels")));
        put(form, "update_config", order(spec.path("UpdateConfig")));
        put(form, "rollback_config", order(spec.path("RollbackConfig")));
        put(form, "restart_policy", restart(task.path("RestartPolicy")));
        put(form, "placement", placement(task.path("Placement")));
        put(form, "resources", resources(task.path("Resources")));
        String endpoint = spec.path("EndpointSpec").path("Mode").asString("");
        put(form, "endpoint_mode", endpoint.equals("vip") ? "" : endpoint);
        return form;
    }

    /** In the words of a compose file. */
    static String mode(JsonNode mode) {
        return mode.has("Global")
                ? "global"
                : mode.has("GlobalJob")
                        ? "global-job"
                        : mode.has("ReplicatedJob") ? "replicated-job" : "replicated";
    }

    private static @org.jspecify.annotations.Nullable Object replicas(JsonNode mode) {
        JsonNode wanted =
                mode.has("ReplicatedJob")
                        ? mode.path("ReplicatedJob").path("TotalCompletions")
                        : mode.path("Replicated").path("Replicas");
        return wanted.isNumber() ? wanted.numberValue() : null;
    }

    private static Map<String, Object> order(JsonNode update) {
        Map<String, Object> form = new LinkedHashMap<>();
        put(form, "parallelism", Forms.number(update.path("Parallelism")));
        put(form, "delay", Forms.duration(update.path("Delay")));
        put(form, "failure_action", update.path("FailureAction").asString(""));
        put(form, "monitor", Forms.duration(update.path("Monitor")));
        put(form, "max_failure_ratio", Forms.number(update.path("MaxFailureRatio")));
        put(form, "order", update.path("Order").asString(""));
        return form;
    }

    private static Map<String, Object> restart(JsonNode policy) {
        Map<String, Object> form = new LinkedHashMap<>();
        put(form, "condition", policy.path("Condition").asString(""));
        put(form, "delay", Forms.duration(policy.path("Delay")));
        put(form, "max_attempts", Forms.number(policy.path("MaxAttempts")));
        put(form, "window", Forms.duration(policy.path("Window")));
        return form;
    }

    private static Map<String, Object> placement(JsonNode placement) {
        Map<String, Object> form = new LinkedHashMap<>();
        put(form, "constraints", Forms.texts(placement.path("Constraints")));
        List<Map<String, String>> spread =
                placement
                        .path("Preferences")
                        .valueStream()
                        .map(one -> one.path("Spread").path("SpreadDescriptor").asString(""))
                        .map(by -> Map.of("spread", by))
                        .toList();
        put(form, "preferences", spread);
        put(form, "max_replicas_per_node", Forms.number(placement.path("MaxReplicas")));
        return form;
    }

    private static Map<String, Object> resources(JsonNode resources) {
        Map<String, Object> form = new LinkedHashMap<>();
        put(form, "limits", amounts(resources.path("Limits")));
        put(form, "reservations", amounts(resources.path("Reservations")));
        return form;
    }

    private static Map<String, Object> amounts(JsonNode amounts) {
        Map<String, Object> form = new LinkedHashMap<>();
        put(form, "cpus", Forms.processors(amounts.path("NanoCPUs")));
        put(form, "memory", Forms.bytes(amounts.path("MemoryBytes")));
        put(form, "pids", Forms.number(amounts.path("Pids")));
        return form;
    }
}
