package io.opslore.library.s3;

import io.opslore.testing.TestingS3;
import java.nio.file.Path;
import java.time.Duration;

/** Settings that lead to the tests' server. */
public final class TestingS3Settings {

    private TestingS3Settings() {}

    public static S3Settings of(TestingS3 server, String bucket, String prefix, Path incoming) {
        return of(
                server.endpoint().toString(),
                bucket,
                prefix,
                server.accessKey(),
                server.secretKey(),
                incoming);
    }

    public static S3Settings of(
            String endpoint,
            String bucket,
            String prefix,
            String accessKey,
            String secretKey,
            Path incoming) {
        return of(
                endpoint,
                bucket,
                prefix,
                new Keys(accessKey, secretKey),
                new Sealed(S3Settings.Encryption.NONE, ""),
                incoming);
    }

    record Keys(String access, String secret) {}

    /** How the server is to encrypt. */
    record Sealed(S3Settings.Encryption encryption, String kmsKey) {}

    static S3Settings of(
            String endpoint,
            String bucket,
            String prefix,
            Keys keys,
            Sealed sealed,
            Path incoming) {
        return new S3Settings(
                endpoint,
                "us-east-1",
                bucket,
                prefix,
                true,
                keys.access(),
                keys.secret(),
                sealed.encryption(),
                sealed.kmsKey(),
                true,
                incoming,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                2,
                "");
    }
}
