package io.opslore.ingest.cli;

import io.opslore.outbound.TrustedTarget;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running portal, over its API. */
final class HttpTarget implements IngestTarget {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI portal;
    private final String token;
    private final String space;
    private final HttpClient client;
    private final JsonMapper json = new JsonMapper();
    private final long maxFileSize;

    /** Throws {@link IOException} if no portal answers there, or does not accept the token. */
    HttpTarget(URI portal, String token, String space) throws IOException {
        this(portal, TrustedTarget.at(portal, Duration.ofSeconds(5)), token, space);
    }

    HttpTarget(URI portal, HttpClient client, String token, String space) throws IOException {
        this.portal = portal;
        this.client = client;
        this.token = token;
        this.space = space;
        maxFileSize = get("/api/ingest").path("maxFileSize").asLong(Long.MAX_VALUE);
    }

    @Override
    public String description() {
        return "the portal at " + portal;
    }

    @Override
    public Sent send(String path, Path file) throws IOException, Refused {
        if (Files.size(file) > maxFileSize) {
            throw new Refused("too large: more than " + maxFileSize + " bytes");
        }
        HttpResponse<String> response =
                exchange(
                        request(spacePath() + "/documents?create=true&path=" + encoded(path))
                                .header("Content-Type", "application/octet-stream")
                                .POST(BodyPublishers.ofFile(file))
                                .build());
        return switch (response.statusCode()) {
            case 200, 201 ->
                    switch (json(response).path("result").asString()) {
                        case "ADDED" -> Sent.NEW;
                        case "REVISED" -> Sent.CHANGED;
                        default -> Sent.UNCHANGED;
                    };
            case 400, 413, 507 -> throw new Refused(detail(response));
            default -> throw new IOException(complaint(response));
        };
    }

    @Override
    public Progress progress() throws IOException {
        JsonNode summary = get(spacePath() + "/ingest");
        int pending =
                summary.path("queued").asInt()
                        + summary.path("extracting").asInt()
                        + summary.path("indexing").asInt();
        List<Failure> failures = new ArrayList<>();
        for (JsonNode failure : summary.path("failures")) {
            failures.add(
                    Failure.of(
                            failure.path("path").asString(),
                            failure.path("reason").asString(),
                            failure.path("detail").asString()));
        }
        return new Progress(pending, failures);
    }

    @Override
    public void close() {
        client.close();
    }

    private String spacePath() {
        return "/api/spaces/" + encoded(space);
    }

    private JsonNode get(String path) throws IOException {
        HttpResponse<String> response = exchange(request(path).GET().build());
        if (response.statusCode() != 200) {
            throw new IOException(complaint(response));
        }
        return json(response);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(portal + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> exchange(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted");
        }
    }

    private JsonNode json(HttpResponse<String> response) throws IOException {
        try {
            return json.readTree(response.body());
        } catch (JacksonException e) {
            throw new IOException("No OpsLore portal answers at " + portal, e);
        }
    }

    private String complaint(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 401 -> "The portal at " + portal + " does not accept the token";
            case 403, 404 -> "The portal at " + portal + " refuses: " + detail(response);
            default ->
                    "The portal at %s answered %d: %s"
                            .formatted(portal, response.statusCode(), detail(response));
        };
    }

    private String detail(HttpResponse<String> response) {
        try {
            String detail = json.readTree(response.body()).path("detail").asString("");
            return detail.isBlank() ? "no reason given" : detail;
        } catch (JacksonException e) {
            return "no reason given";
        }
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
