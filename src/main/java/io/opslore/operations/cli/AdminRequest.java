package io.opslore.operations.cli;

import io.opslore.identity.BrokenGlass;
import io.opslore.ingest.cli.RunningPortal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has the running portal make a way in. */
final class AdminRequest {

    private AdminRequest() {}

    static BrokenGlass send(RunningPortal portal, String username)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(portal.url() + "/break-glass"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + portal.token())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "username="
                                                + URLEncoder.encode(
                                                        username, StandardCharsets.UTF_8)))
                        .build();
        try (HttpClient client = portal.client()) {
            return outcome(client.send(request, BodyHandlers.ofString()), portal);
        } catch (JacksonException e) {
            throw new IOException("No OpsLore portal answers at " + portal.url(), e);
        }
    }

    private static BrokenGlass outcome(HttpResponse<String> response, RunningPortal portal)
            throws IOException {
        return switch (response.statusCode()) {
            case 200 -> {
                JsonNode made = JsonMapper.shared().readTree(response.body());
                yield new BrokenGlass.Broken(
                        made.path("username").asString(), made.path("password").asString());
            }
            case 409 -> new BrokenGlass.Refused();
            default ->
                    throw new IOException(
                            "The portal at %s answered %d: %s"
                                    .formatted(
                                            portal.url(), response.statusCode(), response.body()));
        };
    }
}
