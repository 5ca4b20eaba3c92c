package io.opslore.connections.swarm;

import static io.opslore.connections.swarm.Forms.put;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people write in many ways, written in one: the way that {@link ServiceForm} does. */
final class Declared {

    private static final List<String> SAME =
            List.of(
                    "image",
                    "hostname",
                    "user",
                    "group_add",
                    "working_dir",
                    "tty",
                    "stdin_open",
                    "read_only",
                    "init",
                    "stop_signal",
                    "extra_hosts",
                    "dns",
                    "dns_search",
                    "cap_add",
                    "cap_drop",
                    "sysctls",
                    "logging");
    private static final Pattern WORD =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|(\\S+)");
    private static final Pattern DURATION = Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");
    private static final Pattern BYTES = Pattern.compile("(?i)(\\d+)\\s*([kmg]?)i?b?");

    private Declared() {}

    /** A declared service. */
    static Map<String, Object> service(Map<String, Object> service) {
        Map<String, Object> form = new LinkedHashMap<>();
        SAME.forEach(key -> put(form, key, plain(service.get(key))));
        put(form, "entrypoint", words(service.get("entrypoint")));
        put(form, "command", words(service.get("command")));
        put(form, "environment", pairs(service.get("environment")));
        put(form, "labels", pairs(service.get("labels")));
        put(form, "stop_grace_period", duration(service.get("stop_grace_period")));
        put(form, "healthcheck", healthcheck(service.get("healthcheck")));
        put(form, "volumes", each(service.get("volumes"), ShortForms::mount));
        put(form, "ports", each(service.get("ports"), ShortForms::port));
        put(form, "configs", each(service.get("configs"), name -> ShortForms.file("/", name)));
        put(form, "secrets", each(service.get("secrets"), name -> ShortForms.file("", name)));
        put(form, "networks", names(service.get("networks")));
        put(form, "deploy", deploy(service.get("deploy")));
        return form;
    }

    /** A form whose parts stand in an order of their own, and without what is only the engine's. */
    static Map<String, Object> comparable(Map<String, Object> form) {
        Map<String, Object> copy = new LinkedHashMap<>(form);
        for (String key : List.of("volumes", "ports", "configs", "secrets")) {
            copy.computeIfPresent(key, (name, list) -> byTarget((List<?>) list));
        }
        copy.computeIfPresent("networks", (name, networks) -> names(networks));
        return copy;
    }

    private static Map<String, Object> byTarget(List<?> list) {
        Map<String, Object> sorted = new TreeMap<>();
        for (Object one : list) {
            if (one instanceof Map<?, ?> map) {
                Map<String, Object> rest = Yaml.strings(map);
                String target = String.valueOf(rest.remove("target"));
                rest.remove("type", "volume");
                rest.remove("protocol", "tcp");
                rest.remove("mode", "ingress");
                sorted.put(target, rest.isEmpty() ? "there" : rest);
            }
        }
        return sorted;
    }

    private static Map<String, Object> names(@Nullable Object networks) {
        Map<String, Object> names = new TreeMap<>();
        if (networks instanceof Map<?, ?> map) {
            map.keySet().forEach(name -> names.put(String.valueOf(name), "used"));
        } else if (networks instanceof List<?> list) {
            list.forEach(name -> names.put(String.valueOf(name), "used"));
        }
        return names;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth ? true : null;
            case Map<?, ?> map -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((key, inner) -> put(copy, String.valueOf(key), plain(inner)));
                yield copy;
            }
            case List<?> list -> list.stream().map(Declared::text).toList();
            default -> text(value);
        };
    }

    /** A doubled dollar is one. */
    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString().replace("$$", "$");
    }

    private static List<String> words(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Declared::text).toList();
        }
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text(value));
        while (word.find()) {
            words.add(
                    word.group(1) != null
                            ? word.group(1)
                            : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }

    private static Map<String, Object> pairs(@Nullable Object value) {
        Map<String, Object> pairs = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> pairs.put(String.valueOf(key), text(one)));
        } else if (value instanceof List<?> list) {
            for (Object one : list) {
                String[] parts = text(one).split("=", 2);
                pairs.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
        }
        return pairs;
    }

    private static Map<String, Object> healthcheck(@Nullable Object value) {
        Map<String, Object> form = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> check) {
            if (Boolean.TRUE.equals(check.get("disable"))) {
                return Map.of("disable", true);
            }
            Object test = check.get("test");
            put(
                    form,
                    "test",
                    test instanceof String ? List.of("CMD-SHELL", text(test)) : plain(test));
            for (String key : List.of("interval", "timeout", "start_period")) {
                put(form, key, duration(check.get(key)));
            }
            put(form, "retries", plain(check.get("retries")));
        }
        return form;
    }

    private static Map<String, Object> deploy(@Nullable Object value) {
        Map<String, Object> form = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given && plain(given) instanceof Map<?, ?> deploy) {
            form.putAll(Yaml.strings(deploy));
            form.remove("mode", "replicated");
            form.remove("endpoint_mode", "vip");
            form.computeIfPresent("labels", (key, labels) -> pairs(given.get(key)));
            for (String key : List.of("update_config", "rollback_config", "restart_policy")) {
                form.computeIfPresent(key, (name, part) -> times((Map<?, ?>) part));
            }
            form.computeIfPresent("resources", (key, part) -> amounts((Map<?, ?>) part));
        }
        return form;
    }

    private static Map<String, Object> times(Map<?, ?> part) {
        Map<String, Object> form = Yaml.strings(part);
        for (String key : List.of("delay", "monitor", "window")) {
            form.computeIfPresent(key, (name, value) -> duration(value));
        }
        form.values().removeIf(one -> one.equals("") || one.equals("0"));
        return form;
    }

    private static Map<String, Object> amounts(Map<?, ?> resources) {
        Map<String, Object> form = new LinkedHashMap<>();
        resources.forEach((side, amounts) -> {
            if (amounts instanceof Map<?, ?> map) {
                Map<String, Object> copy = Yaml.strings(map);
                copy.computeIfPresent("memory", (key, bytes) -> bytes(text(bytes)));
                copy.computeIfPresent(
                        "cpus",
                        (key, cpus) ->
                                text(cpus).matches("\\d+(\\.\\d+)?")
                                        ? new java.math.BigDecimal(text(cpus))
                                                .stripTrailingZeros()
                                                .toPlainString()
                                        : cpus);
                form.put(String.valueOf(side), copy);
            }
        });
        return form;
    }

    private static String bytes(String text) {
        Matcher size = BYTES.matcher(text);
        if (!size.matches()) {
            return text;
        }
        int power = " kmg".indexOf(size.group(2).isEmpty() ? " " : size.group(2).toLowerCase());
        long bytes = Long.parseLong(size.group(1)) * (1L << (10 * power));
        return Forms.bytes(tools.jackson.databind.node.LongNode.valueOf(bytes));
    }

    private static String duration(@Nullable Object value) {
        String text = text(value);
        Matcher parts = DURATION.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            return text;
        }
        long seconds = seconds(parts, 1) * 3_600 + seconds(parts, 2) * 60 + seconds(parts, 3);
        return Forms.duration(
                tools.jackson.databind.node.LongNode.valueOf(seconds * 1_000_000_000L));
    }

    private static long seconds(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }

    private static List<Object> each(
            @Nullable Object value,
            java.util.function.Function<String, Map<String, Object>> shortForm) {
        return value instanceof List<?> list
                ? list.stream()
                        .map(one ->
                                one instanceof Map<?, ?>
                                        ? java.util.Objects.requireNonNull(plain(one))
                                        : shortForm.apply(text(one)))
                        .collect(Collectors.toList())
                : List.of();
    }
}
