package io.opslore.connections.kubernetes;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.outbound.Outbound;
import io.opslore.outbound.OutboundDenied;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * The last thing before the wire: lets nothing out but a GET to the connection's own server, where
 * that may be reached. Thread-safe.
 */
final class ReadingOnly implements Interceptor {

    private final URI server;
    private final Outbound outbound;

    ReadingOnly(URI server, Outbound outbound) {
        this.server = server;
        this.outbound = outbound;
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        if (!"GET".equals(request.method()) || !isOwn(request.uri())) {
            throw new ConnectionFailed(
                    Reason.UNSUPPORTED, "The portal only reads.", "Use kubectl to change things.");
        }
        try {
            outbound.requireReachable(server);
        } catch (OutboundDenied denied) {
            throw new ConnectionFailed(
                    Reason.DENIED,
                    "The portal may not connect to the cluster's address.",
                    "An administrator can allow it: opslore.outbound.allowed-hosts.",
                    denied);
        } catch (UnknownHostException unknown) {
            throw Failures.down(unknown);
        }
    }

    private boolean isOwn(URI address) {
        return server.getScheme().equals(address.getScheme())
                && server.getRawAuthority().equals(address.getRawAuthority());
    }
}
