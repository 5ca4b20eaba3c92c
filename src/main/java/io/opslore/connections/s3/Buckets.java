package io.opslore.connections.s3;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.outbound.Exchange;
import io.opslore.outbound.Outbound;
import io.opslore.outbound.OutboundDenied;
import io.opslore.outbound.Reach;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Opens buckets to be read. Thread-safe. */
@Service
public class Buckets {

    /** Of connections to buckets. */
    public static final String KIND = "s3";

    static final String ENDPOINT = "endpoint";
    static final String REGION = "region";
    static final String BUCKET = "bucket";
    static final String PREFIX = "prefix";
    static final String STYLE = "addressing";
    static final String ACCESS_KEY = "accessKey";
    static final String SECRET_KEY = "secretKey";

    private static final String IN_HOST = "host";
    private static final String USUAL_REGION = "us-east-1";
    private static final int ATTEMPTS = 2;
    private static final Reach REACH = new Reach(true, Duration.ofSeconds(20));
    private static final Exchange EXCHANGE =
            new Exchange(Duration.ofMinutes(10), DataSize.ofGigabytes(1), "S3");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{1,254}");
    private static final Pattern PLACE = Pattern.compile("[a-z0-9-]{0,64}");
    private static final Pattern STYLES = Pattern.compile("|path|" + IN_HOST);

    private final Outbound outbound;

    Buckets(Outbound outbound) {
        this.outbound = outbound;
    }

    /** Asks nothing yet. */
    public Bucket open(Connection connection) {
        check(connection);
        String region = connection.setting(REGION);
        S3Client client =
                S3Client.builder()
                        .endpointOverride(endpoint(connection))
                        .region(Region.of(region.isEmpty() ? USUAL_REGION : region))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                connection.setting(ACCESS_KEY),
                                                connection.secret(SECRET_KEY))))
                        .forcePathStyle(!connection.setting(STYLE).equals(IN_HOST))
                        // Not known to every server; TLS sees to what is broken on the way.
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .httpClient(new ReadingHttp(outbound.requests(REACH, EXCHANGE)))
                        .overrideConfiguration(all ->
                                // What the machine's own account has set is not the connection's.
                                all.defaultProfileFile(ProfileFile.aggregator().build())
                                        .retryStrategy(retry -> retry.maxAttempts(ATTEMPTS)))
                        .build();
        return new Bucket(client, connection.setting(BUCKET), prefix(connection));
    }

    void check(Connection connection) {
        try {
            URI endpoint = endpoint(connection);
            outbound.requireWellWritten(endpoint, REACH);
            String more =
                    endpoint.getRawPath() + endpoint.getRawQuery() + endpoint.getRawFragment();
            require(more.matches("/?nullnull"), noEndpoint(null));
        } catch (OutboundDenied denied) {
            throw noEndpoint(denied);
        }
        require(
                NAME.matcher(connection.setting(BUCKET)).matches(),
                unfit("No bucket can be called that.", "Enter its name alone."));
        require(
                PLACE.matcher(connection.setting(REGION)).matches(),
                unfit("That is no region.", "Enter one such as eu-central-1, or leave it out."));
        require(
                STYLES.matcher(connection.setting(STYLE)).matches(),
                unfit("That is no way to address a bucket.", "Enter path or host."));
    }

    /** Ended by a slash: below a folder, and not what begins alike. */
    private static String prefix(Connection connection) {
        String plain = connection.setting(PREFIX).replaceAll("^/+|/+$", "");
        return plain.isEmpty() ? "" : plain + "/";
    }

    private static URI endpoint(Connection connection) {
        try {
            return URI.create(connection.setting(ENDPOINT).replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw noEndpoint(e);
        }
    }

    private static void require(boolean fits, ConnectionFailed otherwise) {
        if (!fits) {
            throw otherwise;
        }
    }

    private static ConnectionFailed noEndpoint(@Nullable Exception cause) {
        ConnectionFailed unfit =
                unfit(
                        "That is no address of an S3 server.",
                        "Enter it without the bucket, such as https://s3.example.org.");
        if (cause != null) {
            unfit.initCause(cause);
        }
        return unfit;
    }

    private static ConnectionFailed unfit(String sentence, String suggestion) {
        return new ConnectionFailed(Reason.UNFIT, sentence, suggestion);
    }
}
