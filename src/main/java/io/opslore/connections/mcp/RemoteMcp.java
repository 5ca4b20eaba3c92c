package io.opslore.connections.mcp;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.ListToolsResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.outbound.Outbound;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One server of the Model Context Protocol, over Streamable HTTP. Greets it with the first request
 * and takes leave when closed. Offers the server nothing in turn: no model, no files, no questions
 * to people. Follows no redirect, and reads no answer that is too long. Every method throws {@link
 * ConnectionFailed}, which never holds what the server has said. Not thread-safe.
 */
public final class RemoteMcp implements AutoCloseable {

    /** The most bytes of one answer. */
    static final int MOST_BYTES = 1 << 20;

    /** The most tools that a server is believed to have. */
    static final int MOST_TOOLS = 200;

    private static final int MOST_PAGES = 20;

    private final McpSyncClient client;

    private RemoteMcp(RemoteServer server, RemoteGate gate) {
        client =
                McpClient.sync(RemoteTransport.to(server, gate))
                        .clientInfo(Implementation.builder("opslore", "1").build())
                        .capabilities(ClientCapabilities.builder().build())
                        .requestTimeout(server.limit())
                        .initializationTimeout(server.limit())
                        .enableCallToolSchemaCaching(false)
                        .build();
    }

    /** A server that whoever runs this program has named: it may be anywhere. */
    public static RemoteMcp trusted(RemoteServer server) {
        return new RemoteMcp(server, new Trusting());
    }

    /** A server that somebody has entered: only where the way out may lead. */
    static RemoteMcp guarded(RemoteServer server, Outbound outbound) {
        return new RemoteMcp(server, outbound::requireReachable);
    }

    /** Its name and version, as it says. */
    public String version() {
        return asked(greeted -> {
            var info = greeted.getServerInfo();
            return info == null ? "" : (info.name() + " " + info.version()).strip();
        });
    }

    /** What it offers; up to 200. */
    public List<RemoteTool> tools() {
        List<RemoteTool> tools = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            ListToolsResult page = page(cursor);
            page.tools().forEach(tool -> tools.add(tool(tool)));
            cursor = page.nextCursor();
        } while (cursor != null && ++pages < MOST_PAGES && tools.size() < MOST_TOOLS);
        return List.copyOf(tools.subList(0, Math.min(tools.size(), MOST_TOOLS)));
    }

    /**
     * @param name as the server calls the tool
     * @param arguments values of JSON
     */
    public RemoteResult call(String name, Map<String, Object> arguments) {
        return asked(greeted ->
                RemoteContents.of(
                        greeted.callTool(
                                CallToolRequest.builder(name).arguments(arguments).build())));
    }

    /** Says goodbye, without waiting for long. */
    @Override
    public void close() {
        client.close();
    }

    private ListToolsResult page(@Nullable String cursor) {
        return asked(greeted -> greeted.listTools(cursor));
    }

    private static RemoteTool tool(Tool tool) {
        var hints = tool.annotations();
        return new RemoteTool(
                told(tool.name()),
                told(tool.title()),
                told(tool.description()),
                tool.inputSchema() == null ? Map.of() : tool.inputSchema(),
                hints != null && Boolean.TRUE.equals(hints.readOnlyHint()));
    }

    private static String told(@Nullable String text) {
        return text == null ? "" : text;
    }

    private <T> T asked(Function<McpSyncClient, T> question) {
        try {
            client.initialize();
            return question.apply(client);
        } catch (RuntimeException failure) {
            throw RemoteFailures.of(failure);
        } catch (OutOfMemoryError | StackOverflowError tooMuch) {
            throw new ConnectionFailed(
                    Reason.TOO_WIDE, "The server's answer is too large.", "Ask for less.", tooMuch);
        }
    }

    /** Whoever runs this program asks for one person, and is told what that one may see. */
    private static final class Trusting implements RemoteGate {

        @Override
        public void require(URI address) {}

        @Override
        public void mark(HttpRequest.Builder request) {}
    }
}
