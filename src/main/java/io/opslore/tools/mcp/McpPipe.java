package io.opslore.tools.mcp;

import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.opslore.connections.mcp.RemoteMcp;
import io.opslore.identity.Asker;
import io.opslore.tools.ToolCalls;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.json.JsonMapper;

/**
 * The MCP server on a pipe, one message a line, for an editor that starts it as its child: whoever
 * started the process is who calls.
 */
public final class McpPipe {

    private McpPipe() {}

    /**
     * Serves until the other side ends its part or the thread is interrupted.
     *
     * @param out nothing else may write to it
     */
    public static void serve(
            ToolCalls calls, McpGreeting greeting, Asker asker, InputStream in, OutputStream out)
            throws InterruptedException {
        serve(new McpTools(calls).specifications(asker), greeting, in, out);
    }

    /**
     * The same with the tools of a server elsewhere, as they are when it begins.
     *
     * @throws io.opslore.connections.ConnectionFailed where that server does not answer, or not to
     *     us
     */
    public static void relay(
            RemoteMcp server, McpGreeting greeting, InputStream in, OutputStream out)
            throws InterruptedException {
        serve(new McpRelay(server).specifications(), greeting, in, out);
    }

    private static void serve(
            List<SyncToolSpecification> tools,
            McpGreeting greeting,
            InputStream in,
            OutputStream out)
            throws InterruptedException {
        var end = new CountDownLatch(1);
        var json = new JacksonMcpJsonMapper(JsonMapper.builder().build());
        McpSyncServer server =
                McpServer.sync(new StdioServerTransportProvider(json, new Ending(in, end), out))
                        .serverInfo("opslore", McpEndpoint.version())
                        .instructions(greeting.instructions())
                        .jsonMapper(json)
                        .capabilities(ServerCapabilities.builder().tools(false).build())
                        .validateToolInputs(false)
                        .tools(tools)
                        .build();
        try {
            end.await();
        } finally {
            server.closeGracefully();
        }
    }

    /** Tells when there is nothing more to read. */
    private static final class Ending extends FilterInputStream {

        private final CountDownLatch end;

        Ending(InputStream in, CountDownLatch end) {
            super(in);
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            return told(super.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return told(super.read(bytes, offset, length));
        }

        private int told(int read) {
            if (read < 0) {
                end.countDown();
            }
            return read;
        }
    }
}
