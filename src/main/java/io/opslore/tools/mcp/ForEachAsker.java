package io.opslore.tools.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.ListToolsResult;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The library's server has the same tools for everybody; ours depend on who asks. So the list, and
 * calls of what the library does not know, are answered before it; and a call that is called off
 * ends.
 */
final class ForEachAsker implements McpStatelessServerTransport {

    private static final String CANCELLED = "notifications/cancelled";

    private final McpStatelessServerTransport transport;
    private final McpTools tools;
    private final RunningCalls running = new RunningCalls();

    ForEachAsker(McpStatelessServerTransport transport, McpTools tools) {
        this.transport = transport;
        this.tools = tools;
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler handler) {
        transport.setMcpHandler(new Asked(handler));
    }

    @Override
    public Mono<Void> closeGracefully() {
        return transport.closeGracefully();
    }

    @Override
    public List<String> protocolVersions() {
        return transport.protocolVersions();
    }

    private final class Asked implements McpStatelessServerHandler {

        private final McpStatelessServerHandler others;

        Asked(McpStatelessServerHandler others) {
            this.others = others;
        }

        @Override
        public Mono<JSONRPCResponse> handleRequest(
                McpTransportContext context, JSONRPCRequest request) {
            return switch (request.method()) {
                case McpSchema.METHOD_TOOLS_LIST ->
                        Mono.fromSupplier(() -> answer(request, list(context)));
                case McpSchema.METHOD_TOOLS_CALL ->
                        Mono.fromSupplier(() ->
                                running.run(context, request.id(), () -> call(context, request)));
                default -> others.handleRequest(context, request);
            };
        }

        private @Nullable JSONRPCResponse call(
                McpTransportContext context, JSONRPCRequest request) {
            return foreign(request)
                    .map(call -> answer(request, tools.call(context, call)))
                    .orElseGet(() -> others.handleRequest(context, request).block());
        }

        @Override
        public Mono<Void> handleNotification(
                McpTransportContext context, JSONRPCNotification notification) {
            if (notification.method().equals(CANCELLED)
                    && notification.params() instanceof Map<?, ?> params
                    && params.get("requestId") instanceof Object id) {
                return Mono.fromRunnable(() -> running.callOff(context, id));
            }
            return others.handleNotification(context, notification);
        }

        private ListToolsResult list(McpTransportContext context) {
            return ListToolsResult.builder(tools.listed(context)).build();
        }

        private static JSONRPCResponse answer(JSONRPCRequest request, Object result) {
            return JSONRPCResponse.result(request.id(), result);
        }

        /** A well-formed call of a tool that is not the portal's own. */
        private Optional<CallToolRequest> foreign(JSONRPCRequest request) {
            if (!(request.params() instanceof Map<?, ?> params)
                    || !(params.get("name") instanceof String name)
                    || tools.isOwn(name)) {
                return Optional.empty();
            }
            return switch (params.get("arguments")) {
                case null -> Optional.of(call(name, Map.of()));
                case Map<?, ?> arguments -> Optional.of(call(name, named(arguments)));
                default -> Optional.empty();
            };
        }

        private static CallToolRequest call(String name, Map<String, Object> arguments) {
            return CallToolRequest.builder(name).arguments(arguments).build();
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> named(Map<?, ?> arguments) {
            // What came as an object of JSON has texts as its names.
            return (Map<String, Object>) arguments;
        }
    }
}
