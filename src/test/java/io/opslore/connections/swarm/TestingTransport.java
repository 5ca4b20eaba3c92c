package io.opslore.connections.swarm;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An engine that says its version, and one and the same to everything else. */
final class TestingTransport implements DockerHttpClient {

    private final List<String> asked = new ArrayList<>();
    private final String version;
    private int status = 200;

    TestingTransport(String version) {
        this.version = version;
    }

    void failWith(int failure) {
        status = failure;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public Response execute(Request request) {
        asked.add(request.method() + " " + request.path());
        return new Answer(request.path().equals("/_ping") ? 200 : status, version);
    }

    @Override
    public void close() {}

    private record Answer(int status, String version) implements Response {

        @Override
        public int getStatusCode() {
            return status;
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return Map.of("Api-Version", List.of(version));
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(
                    "{\"message\":\"upstream secret\"}".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {}
    }
}
