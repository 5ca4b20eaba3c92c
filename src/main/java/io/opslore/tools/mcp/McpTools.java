package io.opslore.tools.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.opslore.identity.Asker;
import io.opslore.tools.ToolAnswer;
import io.opslore.tools.ToolCalls;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The portal's tools in the protocol's words. */
final class McpTools {

    /** Where a call's context holds who calls. */
    static final String ASKER = "asker";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Holds whether another portal asks, which is told of the portal's own tools alone. */
    static final String HOP = "hop";

    private static final ToolFailure NOT_OWN =
            ToolFailure.invalid(
                    "A portal that asks for a portal is told of its own tools alone.",
                    "Connect that server to the first portal.");

    private final ToolCalls calls;

    McpTools(ToolCalls calls) {
        this.calls = calls;
    }

    List<SyncToolSpecification> specifications() {
        return calls.tools().stream()
                .map(tool -> new SyncToolSpecification(described(tool), this::call))
                .toList();
    }

    /** For whoever calls. */
    List<Tool> listed(McpTransportContext context) {
        List<ToolInfo> tools = isHop(context) ? calls.tools() : calls.tools(asker(context));
        return tools.stream().map(McpTools::described).toList();
    }

    /** Whether it is a tool of the portal's. */
    boolean isOwn(String name) {
        return calls.tools().stream().anyMatch(tool -> tool.name().equals(name));
    }

    private static Tool described(ToolInfo tool) {
        return Tool.builder(tool.name(), tool.schema())
                .meta(tool.foreign() == null ? ToolSchemas.meta() : Map.of())
                .title(tool.title())
                .description(tool.description())
                .annotations(
                        ToolAnnotations.builder()
                                .title(tool.title())
                                .readOnlyHint(true)
                                .destructiveHint(false)
                                .idempotentHint(true)
                                .openWorldHint(tool.foreign() != null)
                                .build())
                .build();
    }

    /** The same for a transport that has one caller. */
    List<McpServerFeatures.SyncToolSpecification> specifications(Asker asker) {
        return calls.tools(asker).stream()
                .map(tool ->
                        new McpServerFeatures.SyncToolSpecification(
                                described(tool), (exchange, request) -> call(request, asker)))
                .toList();
    }

    CallToolResult call(McpTransportContext context, CallToolRequest request) {
        if (isHop(context) && !isOwn(request.name())) {
            return result(told(NOT_OWN), true);
        }
        return call(request, asker(context));
    }

    private CallToolResult call(CallToolRequest request, Asker asker) {
        Map<String, Object> arguments =
                request.arguments() == null ? Map.of() : request.arguments();
        try {
            return result(told(calls.call(request.name(), arguments, asker)), false);
        } catch (ToolFailure failure) {
            return result(told(failure), true);
        }
    }

    private static Asker asker(McpTransportContext context) {
        return (Asker) Objects.requireNonNull(context.get(ASKER));
    }

    private static boolean isHop(McpTransportContext context) {
        return Boolean.TRUE.equals(context.get(HOP));
    }

    private static CallToolResult result(Map<String, Object> told, boolean failed) {
        return CallToolResult.builder()
                .addTextContent(JSON.writeValueAsString(told))
                .structuredContent(told)
                .isError(failed)
                .build();
    }

    private static Map<String, Object> told(ToolAnswer answer) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("source", answer.source());
        told.put("version", answer.version());
        told.put("fetchedAt", answer.fetchedAt().toString());
        told.put("items", answer.items());
        told.put("truncated", answer.truncated());
        told.put("nextCursor", answer.nextCursor());
        told.put("hint", answer.hint());
        told.put(
                "masked",
                Map.of("count", answer.masked().count(), "kinds", answer.masked().kinds()));
        return told;
    }

    private static Map<String, Object> told(ToolFailure failure) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("error", failure.code().name());
        told.put("message", failure.getMessage());
        told.put("suggestion", failure.suggestion());
        return told;
    }
}
