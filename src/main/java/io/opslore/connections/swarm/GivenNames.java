package io.opslore.connections.swarm;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Networks, volumes, configs and secrets that a compose file gives names of their own. */
final class GivenNames {

    private final String stack;
    private final Map<String, Map<String, String>> given = new HashMap<>();

    GivenNames(String stack, Map<String, Object> file) {
        this.stack = stack;
        for (String section : List.of("networks", "volumes", "configs", "secrets")) {
            given.put(section, names(file.get(section)));
        }
    }

    /** The service with what the swarm calls those that it uses. */
    Map<String, Object> in(Map<String, Object> service) {
        Map<String, Object> named = new LinkedHashMap<>(service);
        for (String section : List.of("volumes", "configs", "secrets")) {
            named.computeIfPresent(
                    section,
                    (key, list) ->
                            ((List<?>) list)
                                    .stream()
                                            .map(one -> source(section, (Map<?, ?>) one))
                                            .toList());
        }
        named.computeIfPresent(
                "networks",
                (key, networks) -> {
                    Map<String, Object> renamed = new TreeMap<>();
                    ((Map<?, ?>) networks)
                            .forEach((name, use) -> renamed.put(name(key, name.toString()), use));
                    return renamed;
                });
        return named;
    }

    private Map<String, Object> source(String section, Map<?, ?> use) {
        Map<String, Object> named = Yaml.strings(use);
        named.computeIfPresent("source", (key, name) -> name(section, name.toString()));
        return named;
    }

    private String name(String section, String key) {
        return given.getOrDefault(section, Map.of()).getOrDefault(key, key);
    }

    private Map<String, String> names(@org.jspecify.annotations.Nullable Object section) {
        Map<String, String> names = new HashMap<>();
        if (section instanceof Map<?, ?> things) {
            things.forEach((key, thing) -> {
                if (thing instanceof Map<?, ?> map && map.get("name") != null) {
                    names.put(
                            String.valueOf(key),
                            StackNames.inFile(stack, Declared.text(map.get("name"))));
                }
            });
        }
        return names;
    }
}
