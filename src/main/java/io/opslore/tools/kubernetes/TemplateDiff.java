package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.ClusterObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is different between two pod templates, part by part. */
final class TemplateDiff {

    private static final int LONGEST = 300;

    private TemplateDiff() {}

    /** One line each: {@code spec.containers[api].image: shop/api:1 → shop/api:2}. */
    static List<String> between(ClusterObject before, ClusterObject after) {
        SortedMap<String, String> old = new TreeMap<>();
        SortedMap<String, String> now = new TreeMap<>();
        flatten("", before.fields(), old);
        flatten("", after.fields(), now);
        TreeSet<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        List<String> lines = new ArrayList<>();
        for (String path : paths) {
            if (!Objects.equals(old.get(path), now.get(path))) {
                lines.add(path + ": " + shown(old.get(path)) + " → " + shown(now.get(path)));
            }
        }
        return lines;
    }

    private static String shown(@Nullable String value) {
        return value == null ? "(none)" : Cut.end(value, LONGEST);
    }

    private static void flatten(String path, @Nullable Object value, Map<String, String> into) {
        switch (value) {
            case null -> {}
            case Map<?, ?> map ->
                    map.forEach((key, one) -> {
                        if (!isNoise(String.valueOf(key))) {
                            flatten(path.isEmpty() ? "" + key : path + "." + key, one, into);
                        }
                    });
            case List<?> list -> {
                for (int at = 0; at < list.size(); at++) {
                    flatten(path + "[" + name(list.get(at), at) + "]", list.get(at), into);
                }
            }
            default -> into.put(path, value.toString());
        }
    }

    /** By which an item is the same one, wherever in its list it stands. */
    private static String name(@Nullable Object item, int at) {
        return item instanceof Map<?, ?> map && map.get("name") instanceof String name
                ? name
                : Integer.toString(at);
    }

    private static boolean isNoise(String key) {
        return key.equals("pod-template-hash")
                || key.equals("creationTimestamp")
                || key.equals("$patch");
    }
}
