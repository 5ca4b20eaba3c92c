package io.opslore.retrieval.qdrant;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param url host and gRPC port; https for TLS
 * @param apiKey empty where the server asks for none
 * @param prefix of all names on the server, so that portals may share it
 * @param deadline how long a search may take
 * @param writeDeadline how long a change may take, and anything else that no person waits for
 * @param shards of each new collection
 * @param replicas how many nodes of a cluster hold each shard of a new collection
 * @param quantisation how vectors are kept in memory
 * @param onDisk whether vectors and words stay on the server's disk, for small memory
 * @param sslBundle what the server is known by; empty for what Java trusts
 * @param usualWords how many words a usual chunk has, where words in headings count several times
 */
@Validated
@ConfigurationProperties("opslore.qdrant")
public record QdrantSettings(
        @NotNull @DefaultValue("http://localhost:6334") URI url,
        @NotNull @DefaultValue("") String apiKey,
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}") @DefaultValue("opslore")
                String prefix,
        @NotNull @DurationMin(millis = 100) @DefaultValue("5s") Duration deadline,
        @NotNull @DurationMin(millis = 100) @DefaultValue("30s") Duration writeDeadline,
        @Min(1) @Max(256) @DefaultValue("1") int shards,
        @Min(1) @Max(16) @DefaultValue("1") int replicas,
        @NotNull @DefaultValue("none") Quantisation quantisation,
        @DefaultValue("false") boolean onDisk,
        @NotNull @DefaultValue("") String sslBundle,
        @Min(10) @Max(10_000) @DefaultValue("300") int usualWords) {

    private static final int GRPC_PORT = 6334;

    /** How vectors are made smaller; what is found is ranked by the whole ones all the same. */
    public enum Quantisation {
        NONE,
        SCALAR,
        BINARY
    }

    @AssertTrue(message = "url must be http://host:port or https://host:port, without a path")
    boolean isUrlUsable() {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && (url.getPath().isEmpty() || url.getPath().equals("/"));
    }

    String host() {
        return url.getHost();
    }

    int port() {
        return url.getPort() < 0 ? GRPC_PORT : url.getPort();
    }

    boolean isSecure() {
        return "https".equals(url.getScheme());
    }
}
