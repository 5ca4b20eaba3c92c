package io.opslore.connections.swarm;

import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient;
import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.ConnectionsSettings;
import io.opslore.outbound.Outbound;
import io.opslore.outbound.OutboundDenied;
import io.opslore.outbound.Reach;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.springframework.stereotype.Component;

/** Finds the way to an engine: over a Unix socket that the operator named, or guarded. */
@Component
class Engines {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final ConnectionsSettings settings;
    private final Outbound outbound;

    Engines(ConnectionsSettings settings, Outbound outbound) {
        this.settings = settings;
        this.outbound = outbound;
    }

    /** Asks nothing yet. */
    Engine at(Connection connection) {
        return new Engine(new ReadOnlyTransport(transport(connection)));
    }

    /**
     * @throws ConnectionFailed for an address or certificates that cannot be meant
     */
    void check(Connection connection) {
        URI host = host(connection);
        Optional<SSLContext> tls = Certificates.of(connection);
        if (host.getScheme().equals("unix")) {
            settings.requireSocket(Path.of(host.getPath()));
            return;
        }
        try {
            outbound.requireWellWritten(base(host, tls.isPresent()), reach());
        } catch (OutboundDenied denied) {
            throw new ConnectionFailed(
                    Reason.UNFIT, denied.reason(), "Enter host and port of the engine.", denied);
        }
    }

    private DockerHttpClient transport(Connection connection) {
        check(connection);
        URI host = host(connection);
        if (host.getScheme().equals("unix")) {
            return new ApacheDockerHttpClient.Builder()
                    .dockerHost(host)
                    .connectionTimeout(CONNECT)
                    .responseTimeout(SILENCE)
                    .build();
        }
        Optional<SSLContext> tls = Certificates.of(connection);
        return new GuardedTransport(
                tls.map(context -> outbound.requests(reach(), context))
                        .orElseGet(() -> outbound.requests(reach())),
                base(host, tls.isPresent()));
    }

    private static URI host(Connection connection) {
        try {
            URI host = new URI(connection.setting("host").strip());
            boolean isSocket = "unix".equals(host.getScheme()) && host.getAuthority() == null;
            boolean isPlace =
                    ("tcp".equals(host.getScheme()) || "https".equals(host.getScheme()))
                            && host.getHost() != null
                            && host.getPort() > 0
                            && (host.getPath().isEmpty() || host.getPath().equals("/"))
                            && host.getQuery() == null;
            if (isPlace || isSocket && host.getPath() != null && host.getPath().startsWith("/")) {
                return host;
            }
        } catch (URISyntaxException e) {
            throw unfit(e);
        }
        throw unfit(null);
    }

    private static URI base(URI host, boolean tls) {
        boolean isSecure = tls || host.getScheme().equals("https");
        return URI.create((isSecure ? "https://" : "http://") + host.getRawAuthority());
    }

    private static Reach reach() {
        return new Reach(true, SILENCE);
    }

    private static ConnectionFailed unfit(
            @org.jspecify.annotations.Nullable URISyntaxException cause) {
        String sentence = "That is no address of a Docker engine.";
        String suggestion =
                "Enter unix:///var/run/docker.sock, tcp://host:2375 or https://host:2376.";
        return cause == null
                ? new ConnectionFailed(Reason.UNFIT, sentence, suggestion)
                : new ConnectionFailed(Reason.UNFIT, sentence, suggestion, cause);
    }
}
