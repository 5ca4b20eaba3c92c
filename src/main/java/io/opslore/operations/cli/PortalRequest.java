package io.opslore.operations.cli;

import io.opslore.ingest.cli.RunningPortal;
import io.opslore.outbound.TrustedTarget;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Has the running portal look at itself. */
final class PortalRequest {

    private static final Duration PATIENCE = Duration.ofHours(6);

    private PortalRequest() {}

    /**
     * @param address what to ask for, relative to the portal
     * @param answer what it answers with
     */
    static <T> T post(RunningPortal portal, String address, Class<T> answer)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(portal.url() + address))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + portal.token())
                        .POST(BodyPublishers.noBody())
                        .build();
        try (HttpClient client = TrustedTarget.at(portal.url(), Duration.ofSeconds(5))) {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(
                        "The portal at %s answered %d: %s"
                                .formatted(
                                        portal.url(),
                                        response.statusCode(),
                                        new String(response.body(), StandardCharsets.UTF_8)));
            }
            return answer == byte[].class
                    ? answer.cast(response.body())
                    : JsonMapper.shared().readValue(response.body(), answer);
        } catch (JacksonException e) {
            throw new IOException("No OpsLore portal answers at " + portal.url(), e);
        }
    }
}
