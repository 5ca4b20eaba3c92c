package io.opslore.connections.swarm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values of the engine's as compose files write them. */
final class Forms {

    private static final String STACK = "com.docker.stack.";
    private static final long[] UNITS = {3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L};
    private static final String[] NAMES = {"h", "m", "s"};

    private Forms() {}

    /** Puts it there unless it says nothing. */
    static void put(Map<String, Object> into, String key, @Nullable Object value) {
        boolean isNothing =
                value == null
                        || value instanceof String text && text.isEmpty()
                        || value instanceof Map<?, ?> map && map.isEmpty()
                        || value instanceof List<?> list && list.isEmpty();
        if (!isNothing) {
            into.put(key, value);
        }
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(one -> one.asString("")).toList();
    }

    /** Without those that `docker stack deploy` adds. */
    static Map<String, Object> labels(JsonNode labels) {
        Map<String, Object> own = new TreeMap<>();
        labels.properties().stream()
                .filter(label -> !label.getKey().startsWith(STACK))
                .forEach(label -> own.put(label.getKey(), label.getValue().asString("")));
        return own;
    }

    /** {@code KEY=value}, or a bare key, which takes its value from elsewhere. */
    static Map<String, Object> environment(JsonNode env) {
        Map<String, Object> variables = new TreeMap<>();
        for (String one : texts(env)) {
            int at = one.indexOf('=');
            variables.put(at < 0 ? one : one.substring(0, at), at < 0 ? "" : one.substring(at + 1));
        }
        return variables;
    }

    /** The engine counts in nanoseconds. */
    static String duration(JsonNode nanos) {
        long left = nanos.asLong(0);
        if (left <= 0) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (int unit = 0; unit < UNITS.length; unit++) {
            if (left >= UNITS[unit]) {
                text.append(left / UNITS[unit]).append(NAMES[unit]);
                left %= UNITS[unit];
            }
        }
        return left == 0 ? text.toString() : text.append(left / 1_000).append("us").toString();
    }

    static @Nullable Object number(JsonNode value) {
        return value.isNumber() && value.asDouble() != 0 ? value.numberValue() : null;
    }

    static @Nullable Object truth(JsonNode value) {
        return value.asBoolean(false) ? true : null;
    }

    /** {@code 0.5} of a processor. */
    static String processors(JsonNode nanos) {
        long value = nanos.asLong(0);
        return value == 0
                ? ""
                : java.math.BigDecimal.valueOf(value, 9).stripTrailingZeros().toPlainString();
    }

    /** In the largest unit that fits without a rest. */
    static String bytes(JsonNode bytes) {
        long value = bytes.asLong(0);
        if (value == 0) {
            return "";
        }
        String[] units = {"b", "k", "m", "g"};
        int unit = 0;
        while (unit < units.length - 1 && value % 1024 == 0) {
            value /= 1024;
            unit++;
        }
        return value + units[unit];
    }

    /** {@code IP name} of the engine is {@code name:IP} in a file. */
    static List<String> hosts(JsonNode hosts) {
        List<String> written = new ArrayList<>();
        for (String host : texts(hosts)) {
            String[] parts = host.split("\\s+", 2);
            written.add(parts.length == 2 ? parts[1] + ":" + parts[0] : host);
        }
        return written;
    }

    static Map<String, Object> strings(JsonNode object) {
        Map<String, Object> values = new LinkedHashMap<>();
        object.properties().forEach(one -> values.put(one.getKey(), one.getValue().asString("")));
        return values;
    }
}
