package io.opslore.tools.mcp;

import java.util.Map;

/**
 * The version of what the portal's own tools take and say of themselves: another one than a client
 * has met means that it should read the list of tools again.
 */
final class ToolSchemas {

    /** Counted up whenever a tool's name, description or arguments change, or one comes or goes. */
    static final int VERSION = 1;

    /** Where each tool says it. */
    static final String KEY = "opslore/schema-version";

    private ToolSchemas() {}

    static Map<String, Object> meta() {
        return Map.of(KEY, VERSION);
    }
}
