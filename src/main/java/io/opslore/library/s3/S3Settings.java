package io.opslore.library.s3;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the bucket is reached. What is needed only where it is used is checked there, by {@link
 * #missing}.
 *
 * @param endpoint where the server answers; empty for Amazon's own, found by the region
 * @param prefix before every key, empty or ended by a slash
 * @param pathStyle whether the bucket stands in the path, and not in the host name
 * @param accessKey empty, as {@code secretKey}, for what the surroundings offer
 * @param kmsKey of {@code KMS} encryption; empty for the bucket's own
 * @param allowHttp whether another machine may be reached without TLS
 * @param incoming the folder where bytes wait until their address is known
 * @param connect the longest wait for a connection
 * @param idle the longest wait for the next bytes
 * @param whole the longest time of one request, with all its attempts
 * @param attempts how often a request is made that fails for a passing reason
 * @param sslBundle what the server is known by; empty for what Java trusts
 */
@Validated
@ConfigurationProperties("opslore.library.s3")
public record S3Settings(
        @DefaultValue("") String endpoint,
        @DefaultValue("us-east-1") @NotBlank String region,
        @DefaultValue("") String bucket,
        @DefaultValue("") @Pattern(regexp = "|[A-Za-z0-9._/-]*[A-Za-z0-9._-]/") String prefix,
        @DefaultValue("true") boolean pathStyle,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("none") @NotNull Encryption encryption,
        @DefaultValue("") String kmsKey,
        @DefaultValue("false") boolean allowHttp,
        @NotNull Path incoming,
        @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(minutes = 1) Duration connect,
        @DefaultValue("30s") @DurationMin(seconds = 1) @DurationMax(minutes = 10) Duration idle,
        @DefaultValue("10m") @DurationMin(seconds = 1) @DurationMax(hours = 6) Duration whole,
        @DefaultValue("3") @Min(1) @Max(10) int attempts,
        @DefaultValue("") @NotNull String sslBundle) {

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Who encrypts what is stored, besides the disks themselves. */
    public enum Encryption {
        /** Nobody, or the bucket by its own rule. */
        NONE,
        /** The server, with a key of its own. */
        AES256,
        /** The server, with a key of its key service. */
        KMS
    }

    @AssertTrue(message = "endpoint must be an address such as https://s3.example.org")
    boolean isEndpointAnAddress() {
        return endpoint.isEmpty()
                || uri() != null && uri().getHost() != null && scheme().matches("https?");
    }

    @AssertTrue(
            message = "endpoint is not https: set allow-http=true if the network can be trusted")
    boolean isEndpointSafe() {
        return !isEndpointAnAddress() || scheme().equals("https") || allowHttp || isOwnMachine();
    }

    @AssertTrue(message = "access-key and secret-key are given together or not at all")
    boolean isKeyWhole() {
        return accessKey.isEmpty() == secretKey.isEmpty();
    }

    @AssertTrue(message = "kms-key is only for encryption=kms")
    boolean isKmsKeyUsed() {
        return kmsKey.isEmpty() || encryption == Encryption.KMS;
    }

    /** Whether the server is on this very machine, which no proxy knows. */
    boolean isOwnMachine() {
        return !endpoint.isEmpty() && OWN_MACHINE.contains(String.valueOf(uri().getHost()));
    }

    /** Where it all lies, for people. */
    public String place() {
        return "bucket "
                + bucket
                + " at "
                + (endpoint.isEmpty() ? "Amazon S3, " + region : endpoint);
    }

    URI uri() {
        return URI.create(endpoint.strip());
    }

    private String scheme() {
        return endpoint.isEmpty() ? "https" : String.valueOf(uri().getScheme());
    }

    /** Does not show the keys. */
    @Override
    public String toString() {
        return "S3Settings[" + place() + "]";
    }
}
