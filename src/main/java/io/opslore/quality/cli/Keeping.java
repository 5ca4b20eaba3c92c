package io.opslore.quality.cli;

import io.opslore.ingest.cli.RunningPortal;
import io.opslore.quality.SetReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Hands measurements to the portal that runs on the data folder, if one does. */
final class Keeping {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path data;

    Keeping(Path data) {
        this.data = data;
    }

    /** What became of it, for a person. */
    String keep(SetReport report) throws InterruptedException {
        try {
            Optional<RunningPortal> running = RunningPortal.on(data);
            return running.isPresent()
                    ? posted(report, running.get())
                    : "No portal runs on this data folder, so its history does not keep this.";
        } catch (IOException e) {
            return "Not kept in the portal's history: " + e.getMessage();
        }
    }

    private static String posted(SetReport report, RunningPortal portal)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(portal.url() + "/api/quality"))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + portal.token())
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(report)))
                        .build();
        try (HttpClient client = portal.client()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() == 204
                    ? "Kept in the history of the portal at " + portal.url()
                    : "The portal at %s answered %d: %s"
                            .formatted(portal.url(), response.statusCode(), response.body());
        }
    }
}
