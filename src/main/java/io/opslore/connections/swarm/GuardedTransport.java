package io.opslore.connections.swarm;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/**
 * An engine across the network, by the portal's guarded way out: docker-java's own transport would
 * follow a redirect to anywhere. Thread-safe.
 */
final class GuardedTransport implements DockerHttpClient {

    private final ClientHttpRequestFactory requests;
    private final URI base;

    /**
     * @param base scheme, host and port
     */
    GuardedTransport(ClientHttpRequestFactory requests, URI base) {
        this.requests = requests;
        this.base = base;
    }

    @Override
    public Response execute(Request request) {
        try {
            ClientHttpRequest sent =
                    requests.createRequest(
                            URI.create(base + request.path()),
                            HttpMethod.valueOf(request.method()));
            return new Answer(sent.execute());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each exchange has a connection of its own, which is closed with the answer. */
    @Override
    public void close() {}

    private static final class Answer implements Response {

        private final ClientHttpResponse response;

        Answer(ClientHttpResponse response) {
            this.response = response;
        }

        @Override
        public int getStatusCode() {
            try {
                return response.getStatusCode().value();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return response.getHeaders().headerSet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public InputStream getBody() {
            try {
                return response.getBody();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            response.close();
        }
    }
}
