package io.opslore.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.connections.ConnectionCatalogue;
import io.opslore.connections.ConnectionEdit;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.testing.TestingS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Objects of a real S3 server. */
class BucketSyncTests extends FilesElsewhereTests {

    @TempDir private static Path folder;

    private static TestingS3 server;
    private String bucket;

    @BeforeAll
    static void startServer() {
        server = TestingS3.forConnections(folder);
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    TestingFeed feed(String name) {
        bucket = server.bucket();
        put("handbook-of-others/secret.md", "# Begins alike\n");
        put("other.md", "# Outside\n");
        return new TestingFeed(portal, admin, name, "s3", settings());
    }

    @Override
    void write(String path, String text) {
        put("handbook/" + path, text);
    }

    @Override
    void delete(String path) {
        try (S3Client client = server.client()) {
            client.deleteObject(delete -> delete.bucket(bucket).key("handbook/" + path));
        }
    }

    @Override
    void rename(String from, String to) {
        try (S3Client client = server.client()) {
            String text =
                    client.getObjectAsBytes(get -> get.bucket(bucket).key("handbook/" + from))
                            .asUtf8String();
            write(to, text);
        }
        delete(from);
    }

    @Test
    void onlyWhatHasChangedIsFetched() throws IOException {
        feed.add(TestingFeed.everything()).awaitRuns(1);
        List<String> before = asked("s3_GetObject");

        feed.sync();
        assertThat(asked("s3_GetObject")).isEqualTo(before);

        write("deploy/api.yaml", "kind: Service\nmetadata:\n  name: web\n");
        feed.sync();

        assertThat(asked("s3_GetObject").subList(before.size(), asked("s3_GetObject").size()))
                .isNotEmpty()
                .allMatch(line -> line.contains("handbook/deploy/api.yaml"));
    }

    @Test
    void theTestSaysWhatIsWrong() {
        var catalogue = portal.getBean(ConnectionCatalogue.class);

        assertThat(catalogue.test(connection(Map.of()), admin)).isEqualTo("3 objects");
        assertFails(Reason.DENIED, Map.of("secretKey", "wrong"));
        // That server answers so, others with 403.
        assertFails(Reason.NOT_FOUND, Map.of("accessKey", "nobody"));
        assertFails(Reason.NOT_FOUND, Map.of("bucket", "there-is-none-of-that-name"));
        assertFails(Reason.DOWN, Map.of("endpoint", "http://127.0.0.1:1", "secretKey", "any"));
        // This machine, and not the port that is allowed.
        assertFails(Reason.DENIED, Map.of("endpoint", "http://127.0.0.1:2", "secretKey", "any"));
        assertFails(
                Reason.DENIED, Map.of("endpoint", "http://169.254.169.254", "secretKey", "any"));
        assertFails(Reason.UNFIT, Map.of("endpoint", "file:///etc", "secretKey", "any"));
        assertFails(Reason.UNFIT, Map.of("bucket", "../other"));
        assertFails(Reason.UNFIT, Map.of("addressing", "elsewhere"));
    }

    private void assertFails(Reason reason, Map<String, String> otherwise) {
        var catalogue = portal.getBean(ConnectionCatalogue.class);
        assertThatThrownBy(() -> catalogue.test(connection(otherwise), admin))
                .as(otherwise.toString())
                .asInstanceOf(InstanceOfAssertFactories.type(ConnectionFailed.class))
                .extracting(ConnectionFailed::reason)
                .isEqualTo(reason);
    }

    private ConnectionEdit connection(Map<String, String> otherwise) {
        Map<String, String> values = new HashMap<>(settings());
        values.putAll(otherwise);
        return new ConnectionEdit(feed.connection, "Files", "s3", feed.space, values);
    }

    private Map<String, String> settings() {
        return Map.of(
                "endpoint",
                server.endpoint().toString(),
                "bucket",
                bucket,
                "prefix",
                "/handbook",
                "accessKey",
                server.accessKey(),
                "secretKey",
                server.secretKey());
    }

    private void put(String key, String text) {
        try (S3Client client = server.client()) {
            client.putObject(
                    put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes(text)));
        }
    }

    private List<String> asked(String what) throws IOException {
        return Files.readAllLines(folder.resolve("access.log")).stream()
                .filter(line -> line.contains(what) && line.contains(bucket))
                .toList();
    }
}
