package io.opslore.connections.swarm;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a compose file declares beside what runs. */
final class Comparison {

    /** What the engine adds where nothing is declared. */
    private static final Map<String, String> USUAL =
            Map.ofEntries(
                    Map.entry("deploy.replicas", "1"),
                    Map.entry("deploy.update_config.order", "stop-first"),
                    Map.entry("deploy.update_config.failure_action", "pause"),
                    Map.entry("deploy.update_config.monitor", "5s"),
                    Map.entry("deploy.update_config.parallelism", "1"),
                    Map.entry("deploy.rollback_config.order", "stop-first"),
                    Map.entry("deploy.rollback_config.failure_action", "pause"),
                    Map.entry("deploy.rollback_config.monitor", "5s"),
                    Map.entry("deploy.rollback_config.parallelism", "1"),
                    Map.entry("deploy.restart_policy.condition", "any"),
                    Map.entry("deploy.restart_policy.delay", "5s"),
                    Map.entry("networks.default", "used"));

    private final String stack;
    private final Hidden hidden;

    Comparison(String stack, Hidden hidden) {
        this.stack = stack;
        this.hidden = hidden;
    }

    /**
     * @param running services without their secrets, by their names in the file
     */
    List<Difference> of(String text, Map<String, Map<String, Object>> running) {
        Map<String, Object> file = Yaml.read(text);
        Map<String, Map<String, Object>> declared = declared(file);
        GivenNames given = new GivenNames(stack, file);
        Map<String, Boolean> names = new TreeMap<>();
        declared.keySet().forEach(name -> names.put(name, true));
        running.keySet().forEach(name -> names.put(name, true));
        List<Difference> differences = new ArrayList<>();
        for (String name : names.keySet()) {
            Map<String, Object> wanted = declared.get(name);
            Map<String, Object> found = running.get(name);
            if (wanted == null || found == null) {
                differences.add(
                        new Difference(
                                name,
                                "service",
                                wanted == null ? "" : "declared",
                                found == null ? "" : "running"));
            } else {
                differences.addAll(service(name, given.in(Declared.service(wanted)), found));
            }
        }
        return differences;
    }

    private List<Difference> service(
            String name, Map<String, Object> wanted, Map<String, Object> found) {
        Map<String, Object> clean = hidden.map(Declared.comparable(wanted));
        Map<String, Object> runs = Declared.comparable(found);
        if (!String.valueOf(clean.get("image")).contains("@")) {
            runs.computeIfPresent(
                    "image", (key, image) -> image.toString().replaceFirst("@sha256:.*$", ""));
        }
        return Flat.differences(name, clean, runs).stream()
                .filter(one ->
                        !one.before().isEmpty() || !one.after().equals(USUAL.get(one.path())))
                .toList();
    }

    private static Map<String, Map<String, Object>> declared(Map<String, Object> file) {
        if (file.get("services") instanceof Map<?, ?> services) {
            Map<String, Map<String, Object>> declared = new TreeMap<>();
            services.forEach((name, service) -> {
                if (service instanceof Map<?, ?> map) {
                    declared.put(String.valueOf(name), Yaml.strings(map));
                }
            });
            return declared;
        }
        throw new ConnectionFailed(
                Reason.UNFIT,
                "That document declares no services.",
                "Name the document that the stack is deployed from.");
    }
}
