package io.opslore.connections.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.opslore.outbound.Reach;
import io.opslore.outbound.TestingOutbound;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The SDK with the portal's transport, against a stand-in that writes down what it is asked. */
class ReadingHttpTests {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer standIn;
    private S3Client client;

    @BeforeEach
    void aStandInThatSendsElsewhere() throws IOException {
        standIn = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        standIn.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.sendResponseHeaders(307, -1);
                    exchange.close();
                });
        standIn.start();
        URI address = URI.create("http://127.0.0.1:" + standIn.getAddress().getPort());
        client =
                S3Client.builder()
                        .endpointOverride(address)
                        .region(Region.US_EAST_1)
                        .forcePathStyle(true)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("key", "secret")))
                        .httpClient(
                                new ReadingHttp(
                                        TestingOutbound.allowing(address.getAuthority())
                                                .requests(new Reach(true, Duration.ofSeconds(5)))))
                        .build();
    }

    @AfterEach
    void stop() {
        client.close();
        standIn.stop(0);
    }

    @Test
    void nothingThatWritesLeaves() {
        assertThatThrownBy(() ->
                        client.putObject(
                                put -> put.bucket("bucket").key("k"),
                                RequestBody.fromString("text")))
                .isInstanceOf(SdkException.class);
        assertThatThrownBy(() -> client.deleteObject(one -> one.bucket("bucket").key("k")))
                .isInstanceOf(SdkException.class);
        assertThatThrownBy(() -> client.createBucket(one -> one.bucket("bucket")))
                .isInstanceOf(SdkException.class);

        assertThat(asked).isEmpty();
    }

    @Test
    void noRedirectIsFollowed() {
        assertThatThrownBy(() -> client.listObjectsV2(list -> list.bucket("bucket")))
                .isInstanceOf(S3Exception.class);

        assertThat(asked).isNotEmpty().allMatch(line -> line.startsWith("GET /bucket?list-type=2"));
    }
}
