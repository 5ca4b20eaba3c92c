package io.opslore.tools.mcp;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.EntityResponse;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Tells errors of the protocol as it wants them: the transport would write its stack trace. */
final class PlainErrors implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        ServerResponse response = next.handle(request);
        return response instanceof EntityResponse<?> told && told.entity() instanceof McpError error
                ? ServerResponse.status(response.statusCode())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(plain(error))
                : response;
    }

    private static Map<String, Object> plain(McpError error) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("jsonrpc", McpSchema.JSONRPC_VERSION);
        plain.put("id", null);
        plain.put(
                "error",
                Map.of(
                        "code",
                        error.getJsonRpcError().code(),
                        "message",
                        error.getJsonRpcError().message()));
        return plain;
    }
}
