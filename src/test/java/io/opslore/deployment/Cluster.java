package io.opslore.deployment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Rendered objects, and what can be asked of them. */
record Cluster(List<JsonNode> objects) {

    private static final List<String> WORKLOADS =
            List.of("Deployment", "StatefulSet", "DaemonSet", "Job");

    Stream<JsonNode> ofKind(String kind) {
        return objects.stream().filter(object -> object.get("kind").asString().equals(kind));
    }

    Stream<JsonNode> workloads() {
        return WORKLOADS.stream().flatMap(this::ofKind);
    }

    Optional<JsonNode> find(String kind, String namespace, String name) {
        return ofKind(kind)
                .filter(object -> name(object).equals(name))
                .filter(object -> namespace(object).equals(namespace))
                .findFirst();
    }

    /** Workloads of a namespace whose pods carry the labels. */
    List<JsonNode> selected(String namespace, JsonNode labels) {
        Map<String, String> wanted = labels(labels);
        return workloads()
                .filter(workload -> namespace(workload).equals(namespace))
                .filter(workload ->
                        labels(workload.at("/spec/template/metadata/labels"))
                                .entrySet()
                                .containsAll(wanted.entrySet()))
                .toList();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asString("");
    }

    static String namespace(JsonNode object) {
        return object.at("/metadata/namespace").asString("");
    }

    static String what(JsonNode object) {
        return object.get("kind").asString() + " " + name(object);
    }

    static Map<String, String> labels(JsonNode map) {
        return map.propertyStream()
                .collect(
                        Collectors.toMap(
                                property -> property.getKey(),
                                property -> property.getValue().asString()));
    }
}
