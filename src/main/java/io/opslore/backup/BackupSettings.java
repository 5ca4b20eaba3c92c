package io.opslore.backup;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param target where backups go by themselves: a folder or {@code s3://bucket/prefix/}; empty for
 *     nowhere
 * @param passwordFile a file with the password that they are encrypted with; empty for none
 * @param schedule when one is made by itself, if there is a target
 * @param verify when the newest is verified by itself
 * @param incremental how many in a row hold only the original files that came since the one before;
 *     0 for none
 * @param keep how many stay in the target, with those that they build on; 0 for all
 * @param keepFor no younger one is deleted
 */
@Validated
@ConfigurationProperties("opslore.backup")
public record BackupSettings(
        @DefaultValue("") String target,
        @DefaultValue("") String passwordFile,
        @DefaultValue("0 30 2 * * *") String schedule,
        @DefaultValue("0 30 4 * * SUN") String verify,
        @DefaultValue("6") @Min(0) @Max(100) int incremental,
        @DefaultValue("14") @Min(0) @Max(10_000) int keep,
        @DefaultValue("0d") @NotNull @DurationMin @DurationMax(days = 3650) Duration keepFor,
        @DefaultValue @NotNull Bucket s3) {

    /**
     * How a bucket is reached; where endpoint and key are empty, as that of {@code
     * opslore.library.s3}.
     *
     * @param allowHttp whether another machine may be reached without TLS
     * @param sslBundle what the server is known by; empty for what Java trusts
     */
    public record Bucket(
            @DefaultValue("") String endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("true") boolean pathStyle,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey,
            @DefaultValue("false") boolean allowHttp,
            @DefaultValue("") String sslBundle) {

        /** Whether it says nothing of its own. */
        boolean isEmpty() {
            return endpoint.isEmpty() && accessKey.isEmpty();
        }

        /** Does not show the keys. */
        @Override
        public String toString() {
            return "Bucket[" + endpoint + "]";
        }
    }

    @AssertTrue(
            message =
                    "s3.endpoint is not https: set s3.allow-http=true if the network can be trusted")
    boolean isEndpointSafe() {
        return s3.endpoint().isEmpty()
                || s3.allowHttp()
                || s3.endpoint().matches("https://.+|http://(localhost|127\\.0\\.0\\.1)(:.*)?");
    }

    @AssertTrue(message = "s3.access-key and s3.secret-key are given together or not at all")
    boolean isKeyWhole() {
        return s3.accessKey().isEmpty() == s3.secretKey().isEmpty();
    }
}
