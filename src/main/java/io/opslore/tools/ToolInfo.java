package io.opslore.tools;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What callers are told of a tool.
 *
 * @param name {@code <server>_<noun>_<verb>}
 * @param title for people
 * @param description for a model: when to use it, and what comes back
 * @param foreign of a tool of somebody else's, its server and its own schema; null for the portal's
 */
public record ToolInfo(
        String name,
        String title,
        String description,
        List<ToolParameter> parameters,
        @Nullable Foreign foreign) {

    private static final Pattern NAME = Pattern.compile("[a-z]+[a-z0-9]*(_[a-z]+){2,}");
    private static final Pattern FOREIGN = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    public ToolInfo {
        if (!(foreign == null ? NAME : FOREIGN).matcher(name).matches()) {
            throw new IllegalArgumentException("Not <server>_<noun>_<verb>: " + name);
        }
        parameters = List.copyOf(parameters);
    }

    /** One of the portal's own. */
    public ToolInfo(String name, String title, String description, List<ToolParameter> parameters) {
        this(name, title, description, parameters, null);
    }

    /** The server that the tool belongs to: part of the name, or a connection's id. */
    public String server() {
        return foreign == null ? name.substring(0, name.indexOf('_')) : foreign.server();
    }

    /** The arguments as JSON Schema; what it does not name is refused. */
    public Map<String, Object> schema() {
        if (foreign != null) {
            return foreign.schema();
        }
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

    /**
     * Where a tool comes from that is not the portal's. What is said of it are a stranger's words.
     *
     * @param server id of the connection
     * @param schema of its arguments, as its server has it
     */
    public record Foreign(String server, Map<String, Object> schema) {}
}
