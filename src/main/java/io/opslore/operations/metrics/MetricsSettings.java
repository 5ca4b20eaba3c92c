package io.opslore.operations.metrics;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param token what Prometheus brings as its bearer token to read the metrics and the health in
 *     full; empty for nobody but admins' access tokens
 * @param tokenFile a file that holds it instead; read with every scrape, so that it may change
 */
@Validated
@ConfigurationProperties("opslore.operations.metrics")
record MetricsSettings(@DefaultValue("") @NotNull String token, @Nullable Path tokenFile) {

    private static final int SHORTEST = 16;

    @AssertTrue(message = "token must have 16 characters or more; openssl rand -hex 32 makes one")
    boolean isTokenLongEnough() {
        return token.isEmpty() || token.length() >= SHORTEST;
    }

    @AssertTrue(message = "set token or token-file, not both")
    boolean isOneWay() {
        return token.isEmpty() || tokenFile == null;
    }

    @AssertTrue(message = "token-file cannot be read, or holds fewer than 16 characters")
    boolean isTokenFileGood() {
        return tokenFile == null || Files.isReadable(tokenFile) && inFile().isPresent();
    }

    /** Whether it is the token; takes the same time for every wrong one. */
    boolean isIt(String presented) {
        return current()
                .map(wanted -> MessageDigest.isEqual(bytes(wanted), bytes(presented)))
                .orElse(false);
    }

    /** Never the token itself: records say all they hold. */
    @Override
    public String toString() {
        return "MetricsSettings[token set: %s, tokenFile=%s]"
                .formatted(!token.isEmpty(), tokenFile);
    }

    private Optional<String> current() {
        return tokenFile == null ? Optional.of(token).filter(it -> !it.isEmpty()) : inFile();
    }

    private Optional<String> inFile() {
        try {
            return tokenFile == null
                    ? Optional.empty()
                    : Optional.of(Files.readString(tokenFile).strip())
                            .filter(it -> it.length() >= SHORTEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
