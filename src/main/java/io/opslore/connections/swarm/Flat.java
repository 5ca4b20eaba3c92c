package io.opslore.connections.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A tree of values as paths and texts, which can be compared. */
final class Flat {

    private Flat() {}

    static Map<String, String> of(Map<String, ?> tree) {
        Map<String, String> paths = new TreeMap<>();
        tree.forEach((key, value) -> add(key, value, paths));
        return paths;
    }

    static List<Difference> differences(
            String service, Map<String, ?> before, Map<String, ?> after) {
        Map<String, String> one = of(before);
        Map<String, String> other = of(after);
        TreeSet<String> paths = new TreeSet<>(one.keySet());
        paths.addAll(other.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            String was = one.getOrDefault(path, "");
            String is = other.getOrDefault(path, "");
            if (!was.equals(is)) {
                differences.add(new Difference(service, path, was, is));
            }
        }
        return differences;
    }

    private static void add(String path, Object value, Map<String, String> paths) {
        switch (value) {
            case null -> paths.put(path, "");
            case Map<?, ?> map -> map.forEach((key, inner) -> add(path + "." + key, inner, paths));
            case List<?> list -> {
                if (list.stream().noneMatch(Map.class::isInstance)) {
                    paths.put(path, list.stream().map(String::valueOf).toList().toString());
                } else {
                    for (int at = 0; at < list.size(); at++) {
                        add(path + "[" + at + "]", list.get(at), paths);
                    }
                }
            }
            default -> paths.put(path, value.toString());
        }
    }
}
