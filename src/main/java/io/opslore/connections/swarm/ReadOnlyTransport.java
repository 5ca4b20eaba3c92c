package io.opslore.connections.swarm;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.util.Set;

/**
 * Lets nothing through but reading, whoever asks: another method is refused before anything is
 * sent, and so is a request that carries something or wants a connection of its own. Thread-safe.
 */
final class ReadOnlyTransport implements DockerHttpClient {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final DockerHttpClient transport;

    ReadOnlyTransport(DockerHttpClient transport) {
        this.transport = transport;
    }

    @Override
    public Response execute(Request request) {
        if (!READING.contains(request.method())
                || request.body() != null
                || request.bodyBytes() != null
                || request.hijackedInput() != null) {
            throw new IllegalStateException("Not sent, for it is not reading: " + request.method());
        }
        return transport.execute(request);
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
