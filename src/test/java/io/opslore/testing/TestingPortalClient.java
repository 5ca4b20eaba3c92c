package io.opslore.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uses a running portal's API with the token that it left in its data folder. */
public final class TestingPortalClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final String url;
    private final String token;

    private TestingPortalClient(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** For the portal that runs on the given data folder. */
    public static TestingPortalClient of(Path data) throws IOException {
        JsonNode portal =
                JsonMapper.shared().readTree(Files.readString(data.resolve("portal.json")));
        return new TestingPortalClient(
                portal.get("url").asString(), portal.get("token").asString());
    }

    /** Takes the text in; makes the space if there is none. */
    public void upload(String space, String path, String text) {
        upload(space, path, HttpRequest.BodyPublishers.ofString(text));
    }

    /** Takes the file in without reading it into memory; makes the space if there is none. */
    public void upload(String space, String path, Path file) throws IOException {
        upload(space, path, HttpRequest.BodyPublishers.ofFile(file));
    }

    /** What was answered, whatever that is. */
    public record Reply(int status, String body) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    /** Tries to take the text in. */
    public Reply tryUpload(String space, String path, String text) {
        return reply(uploading(space, path).POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    /** Asks the assistant and waits for the whole answer. */
    public Reply ask(String question) {
        Map<String, Object> body =
                Map.of(
                        "model",
                        "opslore",
                        "messages",
                        List.of(Map.of("role", "user", "content", question)));
        return reply(
                HttpRequest.newBuilder(URI.create(url + "/v1/chat/completions"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /** Looks for documents as on the search page. */
    public Reply search(String words) {
        return reply(HttpRequest.newBuilder(URI.create(url + "/api/search?q=" + encoded(words))));
    }

    /** The status that probes get who ask whether it can work. */
    public int readiness() {
        return reply(HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness")))
                .status();
    }

    /** What health says of one thing that the portal depends on. */
    public JsonNode dependency(String name, String metricsToken) {
        String address = url + "/actuator/health";
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + metricsToken)
                        .build();
        return sent(request)
                .json()
                .path("components")
                .path("dependencies")
                .path("components")
                .path(name);
    }

    private HttpRequest.Builder uploading(String space, String path) {
        return HttpRequest.newBuilder(
                URI.create(
                        "%s/api/spaces/%s/documents?create=true&path=%s"
                                .formatted(url, encoded(space), encoded(path))));
    }

    private void upload(String space, String path, HttpRequest.BodyPublisher body) {
        JsonNode accepted = send(uploading(space, path).POST(body));
        if (accepted.isEmpty()) {
            throw new IllegalStateException("Not accepted: " + path);
        }
    }

    /** Waits until so many documents of the space are ready. */
    public void awaitReady(String space, int documents) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> states(space).get("ready").asInt() == documents);
    }

    /** Counts of the space's documents by state, and the failures. */
    public JsonNode states(String space) {
        return send(
                HttpRequest.newBuilder(
                        URI.create(url + "/api/spaces/" + encoded(space) + "/ingest")));
    }

    private JsonNode send(HttpRequest.Builder request) {
        Reply reply = reply(request);
        if (reply.status() >= 300) {
            throw new IllegalStateException(reply.status() + " " + reply.body());
        }
        return json.readTree(reply.body());
    }

    private Reply reply(HttpRequest.Builder request) {
        return sent(request.header("Authorization", "Bearer " + token).build());
    }

    private Reply sent(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
