package io.opslore.tools.remote;

import io.opslore.connections.mcp.PlainText;
import io.opslore.tools.ToolParameter;
import io.opslore.tools.ToolParameter.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The arguments of a stranger's tool. The schema stays what it is, but for texts that are hidden or
 * too long, and references to elsewhere, which somebody might follow.
 */
final class RemoteSchema {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 16_000;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_TOLD = 160;
    private static final int DEEPEST = 24;
    private static final String NAME = "[A-Za-z0-9_.$-]{1,64}";

    private RemoteSchema() {}

    /** Empty for one that is too large, or too deep, to be passed on. */
    static Optional<Map<String, Object>> passedOn(Map<String, Object> schema) {
        if (depth(schema) > DEEPEST || JSON.writeValueAsString(schema).length() > LONGEST) {
            return Optional.empty();
        }
        Map<String, Object> clean = clean(schema);
        clean.put("type", "object");
        return Optional.of(clean);
    }

    /** What a model that plans is told of. */
    static List<ToolParameter> parameters(Map<String, Object> schema) {
        List<ToolParameter> parameters = new ArrayList<>();
        List<?> required = schema.get("required") instanceof List<?> names ? names : List.of();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((key, value) -> {
                String name = String.valueOf(key);
                if (name.matches(NAME)) {
                    Map<?, ?> one = value instanceof Map<?, ?> map ? map : Map.of();
                    parameters.add(parameter(name, one, required.contains(name)));
                }
            });
        }
        return parameters;
    }

    private static ToolParameter parameter(String name, Map<?, ?> schema, boolean required) {
        String told =
                schema.get("description") instanceof String text
                        ? PlainText.of(text, LONGEST_TOLD)
                        : "";
        List<String> values =
                schema.get("enum") instanceof List<?> all
                                && all.stream().allMatch(String.class::isInstance)
                        ? all.stream().map(String::valueOf).toList()
                        : List.of();
        return new ToolParameter(
                name,
                type(String.valueOf(schema.get("type"))),
                required,
                told,
                values,
                Integer.MAX_VALUE);
    }

    private static Type type(String type) {
        return switch (type) {
            case "integer" -> Type.NUMBER;
            case "number" -> Type.DECIMAL;
            case "boolean" -> Type.FLAG;
            case "array" -> Type.LIST;
            case "object" -> Type.OBJECT;
            default -> Type.TEXT;
        };
    }

    private static Map<String, Object> clean(Map<?, ?> schema) {
        Map<String, Object> clean = new LinkedHashMap<>();
        schema.forEach((key, value) -> {
            boolean elsewhere =
                    "$ref".equals(key) && value instanceof String to && !to.startsWith("#");
            Object kept = elsewhere ? null : value(value);
            if (kept != null) {
                clean.put(PlainText.of(String.valueOf(key), LONGEST_TOLD), kept);
            }
        });
        return clean;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case String text -> PlainText.of(text, LONGEST_TEXT);
            case Map<?, ?> map -> clean(map);
            case List<?> list ->
                    list.stream().map(RemoteSchema::value).filter(one -> one != null).toList();
            case null -> null;
            default -> value;
        };
    }

    private static int depth(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                    1 + map.values().stream().mapToInt(RemoteSchema::depth).max().orElse(0);
            case List<?> list -> 1 + list.stream().mapToInt(RemoteSchema::depth).max().orElse(0);
            case null, default -> 0;
        };
    }
}
