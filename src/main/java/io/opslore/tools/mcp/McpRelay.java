package io.opslore.tools.mcp;

import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.mcp.RemoteMcp;
import io.opslore.connections.mcp.RemoteResult;
import io.opslore.connections.mcp.RemoteTool;
import java.util.List;
import java.util.Map;

/** The tools of a portal, handed on as they are: what comes back was bounded and masked there. */
final class McpRelay {

    private final RemoteMcp portal;

    McpRelay(RemoteMcp portal) {
        this.portal = portal;
    }

    List<SyncToolSpecification> specifications() {
        return portal.tools().stream()
                .map(tool ->
                        new SyncToolSpecification(
                                described(tool), (exchange, request) -> call(request)))
                .toList();
    }

    private static Tool described(RemoteTool tool) {
        return Tool.builder(tool.name(), tool.schema())
                .title(tool.title())
                .description(tool.description())
                .annotations(
                        ToolAnnotations.builder()
                                .title(tool.title())
                                .readOnlyHint(tool.readOnly())
                                .build())
                .build();
    }

    /** One at a time, as editors ask. */
    private synchronized CallToolResult call(CallToolRequest request) {
        Map<String, Object> arguments =
                request.arguments() == null ? Map.of() : request.arguments();
        try {
            return result(portal.call(request.name(), arguments));
        } catch (ConnectionFailed failed) {
            return CallToolResult.builder()
                    .addTextContent(failed.getMessage() + " " + failed.suggestion())
                    .isError(true)
                    .build();
        }
    }

    private static CallToolResult result(RemoteResult told) {
        CallToolResult.Builder result = CallToolResult.builder().isError(told.failed());
        told.texts().forEach(result::addTextContent);
        if (told.structured() != null) {
            result.structuredContent(told.structured());
        }
        return result.build();
    }
}
