package io.opslore.connections.kubernetes;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a cluster, or a part of one, without secrets. What is not there is empty.
 *
 * @param fields texts, numbers, truth values, and lists and maps of them
 */
public record ClusterObject(Map<String, Object> fields) {

    private static final ClusterObject NONE = new ClusterObject(Map.of());

    /**
     * @param path keys with dots between them, such as {@code status.phase}
     */
    public String text(String path) {
        Object found = at(path);
        return found == null || found instanceof Map || found instanceof List
                ? ""
                : found.toString();
    }

    public long number(String path) {
        return at(path) instanceof Number number ? number.longValue() : 0;
    }

    public boolean has(String path) {
        return at(path) != null;
    }

    public ClusterObject part(String path) {
        return of(at(path));
    }

    /** The maps of a list. */
    public List<ClusterObject> parts(String path) {
        return at(path) instanceof List<?> list
                ? list.stream().map(ClusterObject::of).toList()
                : List.of();
    }

    /** A list's texts. */
    public List<String> texts(String path) {
        return at(path) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** As people read it. */
    public String yaml() {
        return new KubernetesSerialization().asYaml(fields);
    }

    public String kind() {
        return text("kind");
    }

    public String name() {
        return text("metadata.name");
    }

    /** Empty for what belongs to none. */
    public String namespace() {
        return text("metadata.namespace");
    }

    public String uid() {
        return text("metadata.uid");
    }

    /** Which state of it this is. */
    public String version() {
        return text("metadata.resourceVersion");
    }

    public String label(String key) {
        return of(at("metadata.labels")).value(key);
    }

    public String annotation(String key) {
        return of(at("metadata.annotations")).value(key);
    }

    private String value(String key) {
        return fields.get(key) instanceof String text ? text : "";
    }

    private @Nullable Object at(String path) {
        Object found = fields;
        for (String key : path.split("\\.")) {
            if (!(found instanceof Map<?, ?> map)) {
                return null;
            }
            found = map.get(key);
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static ClusterObject of(@Nullable Object found) {
        return found instanceof Map<?, ?> map ? new ClusterObject((Map<String, Object>) map) : NONE;
    }
}
