package io.opslore.connections.mcp;

import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.outbound.OutboundDenied;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes transports to one address that ask the gate before each request. */
final class RemoteTransport {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private RemoteTransport() {}

    static McpClientTransport to(RemoteServer server, RemoteGate gate) {
        URI address = server.address();
        return HttpClientStreamableHttpTransport.builder(
                        address.getScheme() + "://" + address.getRawAuthority())
                .endpoint(address.getRawPath().isEmpty() ? "/" : address.getRawPath())
                .jsonMapper(new JacksonMcpJsonMapper(JsonMapper.builder().build()))
                .connectTimeout(CONNECT)
                .customizeClient(RemoteTransport::only)
                // Nothing is kept open to be told of later, and nothing is taken up again.
                .openConnectionOnStartup(false)
                .resumableStreams(false)
                .maxResponseSize(RemoteMcp.MOST_BYTES)
                .addHttpRequestCustomizer(new Opening(server, gate)::customize)
                .build();
    }

    /** No redirect, and no proxy, which would look names up by itself. */
    private static void only(HttpClient.Builder client) {
        client.followRedirects(HttpClient.Redirect.NEVER).proxy(HttpClient.Builder.NO_PROXY);
    }

    /** The last thing before the wire. */
    private record Opening(RemoteServer server, RemoteGate gate) {

        void customize(
                HttpRequest.Builder request,
                String method,
                URI address,
                @Nullable String body,
                McpTransportContext context) {
            if (!address.equals(server.address())) {
                throw new ConnectionFailed(
                        Reason.DENIED,
                        "The server leads elsewhere.",
                        "Enter the address where its endpoint really is.");
            }
            requireReachable(address);
            gate.mark(request);
            if (!server.token().isEmpty()) {
                request.setHeader("Authorization", "Bearer " + server.token());
            }
            if (!server.onBehalf().isEmpty()) {
                request.setHeader(RemoteServer.ON_BEHALF, server.onBehalfHeader());
            }
        }

        private void requireReachable(URI address) {
            try {
                gate.require(address);
            } catch (OutboundDenied denied) {
                throw new ConnectionFailed(
                        Reason.DENIED,
                        "The portal may not connect to the server's address.",
                        "An administrator can allow it: opslore.outbound.allowed-hosts.",
                        denied);
            } catch (IOException unknown) {
                throw RemoteFailures.down(unknown);
            }
        }
    }
}
