package io.opslore.operations.cli;

import io.opslore.ingest.cli.RunningPortal;
import io.opslore.operations.api.Verified;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Has the running portal verify itself. */
final class VerifyRequest {

    private static final Duration PATIENCE = Duration.ofHours(6);

    private VerifyRequest() {}

    static Verified send(RunningPortal portal, VerifyOptions options)
            throws IOException, InterruptedException {
        String query =
                "/api/verify?repair=%s&everyByte=%s".formatted(options.repair(), !options.quick());
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(portal.url() + query))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + portal.token())
                        .POST(BodyPublishers.noBody())
                        .build();
        try (HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(
                        "The portal at %s answered %d: %s"
                                .formatted(portal.url(), response.statusCode(), response.body()));
            }
            return JsonMapper.shared().readValue(response.body(), Verified.class);
        } catch (JacksonException e) {
            throw new IOException("No OpsLore portal answers at " + portal.url(), e);
        }
    }
}
