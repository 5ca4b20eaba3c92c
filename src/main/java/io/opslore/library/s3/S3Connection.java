package io.opslore.library.s3;

import io.opslore.outbound.Tls;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the client that the settings describe. */
public final class S3Connection {

    private S3Connection() {}

    /** Throws {@link S3Unusable} unless the bucket is there and lets itself be listed. */
    public static S3Client open(S3Settings settings, Optional<Tls> tls) {
        if (settings.bucket().isBlank()) {
            throw new S3Unusable("bucket", "No S3 bucket is named");
        }
        S3Client client = client(settings, tls);
        try {
            client.listObjectsV2(
                    list -> list.bucket(settings.bucket()).prefix(settings.prefix()).maxKeys(1));
            return client;
        } catch (SdkException e) {
            client.close();
            throw new S3Unusable(
                    settings.endpoint().isEmpty() ? "bucket" : "endpoint",
                    "The S3 %s cannot be used: %s"
                            .formatted(settings.place(), S3Failure.ofBucket(e)));
        }
    }

    private static S3Client client(S3Settings settings, Optional<Tls> tls) {
        S3ClientBuilder builder =
                S3Client.builder()
                        .region(Region.of(settings.region()))
                        .credentialsProvider(credentials(settings))
                        .forcePathStyle(settings.pathStyle())
                        // What is stored is checked by its SHA-256; more is not known everywhere.
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .httpClientBuilder(http(settings, tls))
                        .overrideConfiguration(all ->
                                all.apiCallTimeout(settings.whole())
                                        .retryStrategy(
                                                retry -> retry.maxAttempts(settings.attempts())));
        if (!settings.endpoint().isEmpty()) {
            URI endpoint = settings.uri();
            builder.endpointOverride(endpoint);
        }
        return builder.build();
    }

    private static Apache5HttpClient.Builder http(S3Settings settings, Optional<Tls> tls) {
        Apache5HttpClient.Builder http =
                Apache5HttpClient.builder()
                        .connectionTimeout(settings.connect())
                        .socketTimeout(settings.idle());
        tls.ifPresent(known ->
                http.tlsTrustManagersProvider(() -> new TrustManager[] {known.trust()})
                        .tlsKeyManagersProvider(() -> new KeyManager[] {known.identity()}));
        return settings.isOwnMachine()
                ? http.proxyConfiguration(
                        ProxyConfiguration.builder()
                                .useSystemPropertyValues(false)
                                .useEnvironmentVariableValues(false)
                                .build())
                : http;
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        return settings.accessKey().isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }
}
