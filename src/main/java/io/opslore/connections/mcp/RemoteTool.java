package io.opslore.connections.mcp;

import java.util.Map;

/**
 * A tool as its server describes it: the words of a stranger, just as they came.
 *
 * @param title may be empty
 * @param description may be empty
 * @param schema of the arguments, in JSON Schema; values may be null
 * @param readOnly whether the server says that the tool changes nothing
 */
public record RemoteTool(
        String name,
        String title,
        String description,
        Map<String, Object> schema,
        boolean readOnly) {}
