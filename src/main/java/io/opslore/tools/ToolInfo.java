package io.opslore.tools;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What callers are told of a tool.
 *
 * @param name {@code <server>_<noun>_<verb>}
 * @param title for people
 * @param description for a model: when to use it, and what comes back
 */
public record ToolInfo(
        String name, String title, String description, List<ToolParameter> parameters) {

    private static final Pattern NAME = Pattern.compile("[a-z]+[a-z0-9]*(_[a-z]+){2,}");

    public ToolInfo {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not <server>_<noun>_<verb>: " + name);
        }
        parameters = List.copyOf(parameters);
    }

    /** Part of the name: the server that the tool belongs to. */
    public String server() {
        return name.substring(0, name.indexOf('_'));
    }

    /** The arguments as JSON Schema; what it does not name is refused. */
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        parameters.forEach(parameter -> properties.put(parameter.name(), parameter.schema()));
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                parameters.stream()
                        .filter(ToolParameter::required)
                        .map(ToolParameter::name)
                        .toList(),
                "additionalProperties",
                false);
    }
}
