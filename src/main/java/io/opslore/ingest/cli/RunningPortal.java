package io.opslore.ingest.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the portal of a data folder says that it answers; one that was killed leaves it behind.
 *
 * @param token good for acting as the first admin
 */
public record RunningPortal(URI url, String token) {

    private static final String FILE = "portal.json";

    /** Empty if no portal has said so. */
    public static Optional<RunningPortal> on(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            JsonNode portal = new JsonMapper().readTree(file);
            return Optional.of(
                    new RunningPortal(
                            URI.create(portal.path("url").asString()),
                            portal.path("token").asString()));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("Not understood: " + file, e);
        }
    }
}
