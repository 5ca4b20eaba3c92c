package io.opslore.assistant.lookup;

import io.opslore.tools.LiveTools.Offer;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a model wants looked up next. */
public final class Plan {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_ONCE = 3;
    private static final String SOURCE = "source";

    private Plan() {}

    /**
     * What a plan looks like, as JSON schema: a model that is held to it can name no other tool and
     * no other source.
     */
    public static Map<String, Object> form(Offer offer) {
        List<Map<String, Object>> calls =
                offer.tools().stream().map(tool -> call(tool, offer)).toList();
        return Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                        "calls",
                        Map.of(
                                "type",
                                "array",
                                "maxItems",
                                AT_ONCE,
                                "items",
                                Map.of("anyOf", calls))),
                "required",
                List.of("calls"));
    }

    private static Map<String, Object> call(ToolInfo tool, Offer offer) {
        return Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                        "tool",
                        Map.of("type", "string", "enum", List.of(tool.name())),
                        "arguments",
                        arguments(tool, sources(tool, offer))),
                "required",
                List.of("tool", "arguments"));
    }

    /** What may be said for the argument of that name; small models make up others. */
    private static List<String> sources(ToolInfo tool, Offer offer) {
        return tool.foreign() == null
                ? offer.sourcesOf(tool).stream().map(one -> one.id().value()).toList()
                : List.of();
    }

    /** Without the bounds of lengths, which make servers slow that turn the form into a grammar. */
    private static Map<String, Object> arguments(ToolInfo tool, List<String> sources) {
        Map<String, Object> properties = new LinkedHashMap<>();
        tool.parameters().forEach(parameter -> properties.put(parameter.name(), form(parameter)));
        if (sources.size() == 1) {
            properties.remove(SOURCE);
        } else if (!sources.isEmpty()) {
            properties.computeIfPresent(
                    SOURCE, (name, form) -> Map.of("type", "string", "enum", sources));
        }
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                tool.parameters().stream()
                        .filter(ToolParameter::required)
                        .map(ToolParameter::name)
                        .toList());
    }

    private static Map<String, Object> form(ToolParameter parameter) {
        String type = parameter.type().json();
        return parameter.values().isEmpty()
                ? Map.of("type", type)
                : Map.of("type", type, "enum", parameter.values());
    }

    /**
     * Reads what a model said; what is no call is passed over, for a model may say anything.
     * Arguments that are null or empty are those that it left out.
     */
    public static List<PlannedCall> read(String said) {
        int first = said.indexOf('{');
        int last = said.lastIndexOf('}');
        if (first < 0 || last < first) {
            return List.of();
        }
        try {
            List<PlannedCall> calls = new ArrayList<>();
            for (JsonNode call : JSON.readTree(said.substring(first, last + 1)).path("calls")) {
                String tool = call.path("tool").asString("");
                if (!tool.isEmpty() && calls.size() < AT_ONCE) {
                    calls.add(new PlannedCall(tool, arguments(call.path("arguments"))));
                }
            }
            return calls;
        } catch (JacksonException broken) {
            return List.of();
        }
    }

    private static Map<String, Object> arguments(JsonNode node) {
        Map<String, Object> arguments = new HashMap<>();
        node.properties()
                .forEach(entry -> {
                    JsonNode value = entry.getValue();
                    if (value.isIntegralNumber()) {
                        arguments.put(entry.getKey(), value.intValue());
                    } else if (value.isNumber()) {
                        arguments.put(entry.getKey(), number(value.doubleValue()));
                    } else if (value.isContainer() && !value.isEmpty()) {
                        arguments.put(entry.getKey(), JSON.convertValue(value, Object.class));
                    } else if (value.isBoolean()) {
                        arguments.put(entry.getKey(), value.booleanValue());
                    } else if (value.isString() && !value.stringValue().isBlank()) {
                        arguments.put(entry.getKey(), value.stringValue());
                    }
                });
        return arguments;
    }

    /** Small models write whole numbers as fractions. */
    private static Number number(double value) {
        return value == (int) value ? (Number) (int) value : (Number) value;
    }
}
