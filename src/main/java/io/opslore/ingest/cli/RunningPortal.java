package io.opslore.ingest.cli;

import io.opslore.outbound.PinnedCertificate;
import io.opslore.outbound.TrustedTarget;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the portal of a data folder says that it answers; one that was killed leaves it behind.
 *
 * @param token good for acting as the first admin
 * @param certificate the fingerprint of the certificate that it shows; empty where it speaks no TLS
 */
public record RunningPortal(URI url, String token, String certificate) {

    private static final String FILE = "portal.json";
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Speaks to it, and to nothing else. */
    public HttpClient client() {
        return TrustedTarget.at(
                url,
                CONNECT,
                Optional.of(certificate)
                        .filter(pinned -> !pinned.isEmpty())
                        .map(PinnedCertificate::context));
    }

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
                            portal.path("token").asString(),
                            portal.path("certificate").asString("")));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("Not understood: " + file, e);
        }
    }
}
