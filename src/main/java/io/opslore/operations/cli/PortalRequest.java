package io.opslore.operations.cli;

import io.opslore.ingest.cli.RunningPortal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the running portal. */
final class PortalRequest {

    private static final Duration PATIENCE = Duration.ofHours(6);

    private PortalRequest() {}

    /**
     * @param address what to ask for, relative to the portal
     * @param answer what it answers with
     */
    static <T> T post(RunningPortal portal, String address, Class<T> answer)
            throws IOException, InterruptedException {
        return sent(portal, request(portal, address).POST(BodyPublishers.noBody()), answer)
                .orElseThrow();
    }

    /** As {@link #post}, but only looks; empty if there is nothing to see. */
    static <T> Optional<T> get(RunningPortal portal, String address, Class<T> answer)
            throws IOException, InterruptedException {
        return sent(portal, request(portal, address).GET(), answer);
    }

    private static HttpRequest.Builder request(RunningPortal portal, String address) {
        return HttpRequest.newBuilder(URI.create(portal.url() + address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + portal.token());
    }

    private static <T> Optional<T> sent(
            RunningPortal portal, HttpRequest.Builder request, Class<T> answer)
            throws IOException, InterruptedException {
        try (HttpClient client = portal.client()) {
            HttpResponse<byte[]> response =
                    client.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() == 204) {
                return Optional.empty();
            }
            if (response.statusCode() != 200) {
                throw new IOException(
                        "The portal at %s answered %d: %s"
                                .formatted(
                                        portal.url(),
                                        response.statusCode(),
                                        new String(response.body(), StandardCharsets.UTF_8)));
            }
            return Optional.of(
                    answer == byte[].class
                            ? answer.cast(response.body())
                            : JsonMapper.shared().readValue(response.body(), answer));
        } catch (JacksonException e) {
            throw new IOException("No OpsLore portal answers at " + portal.url(), e);
        }
    }
}
