package io.opslore.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every server of ours owes to a client of the protocol. */
final class Conformance {

    private Conformance() {}

    /** Names of the tools, each with its schema and its promise to read only. */
    static List<String> tools(McpSyncClient client) {
        List<Tool> tools = client.listTools().tools();
        assertThat(tools)
                .isNotEmpty()
                .allSatisfy(tool -> {
                    assertThat(tool.inputSchema()).containsEntry("type", "object");
                    assertThat(tool.inputSchema()).containsEntry("additionalProperties", false);
                    assertThat(tool.annotations().readOnlyHint()).isTrue();
                    assertThat(tool.annotations().destructiveHint()).isFalse();
                    assertThat(tool.description()).isNotBlank();
                    assertThat(tool.name()).matches("[a-z0-9]+(_[a-z]+){2,}");
                });
        return tools.stream().map(Tool::name).toList();
    }

    /** Bad calls are told apart, and what would be right is named. */
    static void refusesWhatIsWrong(McpSyncClient client) {
        String tool = client.listTools().tools().getFirst().name();
        CallToolResult refused = call(client, tool, Map.of("endpoint", "https://evil.example"));
        assertThat(refused.isError()).isTrue();
        assertThat(structured(refused)).containsEntry("error", "INVALID_ARGUMENT");
        assertThat(refused.toString()).contains("no argument 'endpoint'", "It takes ");
        CallToolResult unknown = call(client, "no_such_tool", Map.of());
        assertThat(unknown.isError()).isTrue();
        assertThat(unknown.toString())
                .contains("There is no tool 'no_such_tool'", "List the tools");
    }

    /** Follows the cursor to the end; how many rows there are on how many pages. */
    static List<Integer> pages(McpSyncClient client, String tool, Map<String, Object> arguments) {
        String cursor = "";
        int rows = 0;
        int pages = 0;
        do {
            Map<String, Object> all = new HashMap<>(arguments);
            if (!cursor.isEmpty()) {
                all.put("cursor", cursor);
            }
            Map<String, Object> page = structured(call(client, tool, all));
            assertThat(page).doesNotContainKey("error");
            rows += ((List<?>) page.get("items")).size();
            cursor = (String) page.get("nextCursor");
        } while (++pages < 100 && !cursor.isEmpty());
        return List.of(pages, rows);
    }

    static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> structured(CallToolResult result) {
        return (Map<String, Object>) result.structuredContent();
    }
}
