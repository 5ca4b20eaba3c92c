package io.opslore.library.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.library.Blobs;
import io.opslore.library.BlobsContract;
import io.opslore.library.Sha256;
import io.opslore.testing.TestingS3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Against a real server; skipped where there is none. */
class S3BlobsTests extends BlobsContract {

    /** The smallest that the protocol knows. */
    private static final long PART = 5L << 20;

    @TempDir private static Path servers;
    private static @Nullable TestingS3 server;

    @TempDir private Path folder;
    private String bucket = "";
    private @Nullable S3Blobs blobs;

    @BeforeAll
    static void startServer() {
        server = TestingS3.start(servers);
    }

    @AfterAll
    static void stopServer() throws InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void openBucket() {
        bucket = server().bucket();
        blobs = S3Blobs.open(settings(bucket, "originals/"), Optional.empty(), PART);
    }

    @AfterEach
    void close() {
        if (blobs != null) {
            blobs.close();
        }
    }

    @Override
    protected Blobs blobs() {
        return Objects.requireNonNull(blobs);
    }

    @Override
    protected int waiting() throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.count();
        }
    }

    @Test
    void leavesAloneWhatOthersKeepInTheBucket() throws Exception {
        try (S3Client client = server().client()) {
            put(client, "originals/readme.txt");
            put(client, "elsewhere/ab/" + "ab".repeat(32));
        }

        assertThat(blobs().held()).isEmpty();
    }

    @Test
    void storesAnewWhatWasCutShort() throws Exception {
        byte[] whole = bytes("the whole runbook");
        String sha256 = Sha256.of(new ByteArrayInputStream(whole));
        try (S3Client client = server().client()) {
            put(client, "originals/" + sha256.substring(0, 2) + "/" + sha256);
        }

        assertThat(store(whole)).isEqualTo(sha256);
        assertThat(read(sha256)).isEqualTo(whole);
    }

    @Test
    void abortsOnlyUploadsThatWereLeftBehindLongAgo() {
        try (S3Client client = server().client()) {
            client.createMultipartUpload(
                    it -> it.bucket(bucket).key("originals/ab/" + "ab".repeat(32)));
            var upload = new S3Upload(client, settings(bucket, "originals/"), PART);

            assertThat(upload.abortAbandoned(Instant.now())).isZero();
            assertThat(upload.abortAbandoned(Instant.now().plus(Duration.ofDays(2)))).isOne();
            assertThat(client.listMultipartUploads(it -> it.bucket(bucket)).uploads()).isEmpty();
        }
    }

    @Test
    void aBucketThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> S3Blobs.open(settings("opslore-nobodys", ""), Optional.empty()))
                .isInstanceOf(S3Unusable.class)
                .hasMessageContaining("bucket opslore-nobodys at " + server().endpoint())
                .hasMessageContaining("there is no such bucket");
    }

    @Test
    void wrongKeysAreSaidToBeWrong() {
        S3Settings wrong =
                TestingS3Settings.of(
                        server().endpoint().toString(),
                        bucket,
                        "",
                        server().accessKey(),
                        "not the secret",
                        folder);

        assertThatThrownBy(() -> S3Blobs.open(wrong, Optional.empty()))
                .isInstanceOf(S3Unusable.class)
                .hasMessageContaining("the keys are refused")
                .hasMessageNotContaining("not the secret");
    }

    @Test
    void whileTheServerIsAwayCallsFailAndThenTheyWorkAgain() throws Exception {
        Assumptions.assumeTrue(server().isOwn(), "the server is not the test's own to stop");
        String sha256 = store(bytes("kept"));
        server().stop();
        try {
            assertThatThrownBy(() -> read(sha256)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> store(bytes("new"))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> blobs().held()).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> blobs().delete(sha256)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> S3Blobs.open(settings(bucket, ""), Optional.empty()))
                    .isInstanceOf(S3Unusable.class)
                    .hasMessageContaining(server().endpoint().toString());
        } finally {
            server().resume();
        }
        assertThat(read(sha256)).isEqualTo(bytes("kept"));
        assertThat(waiting()).isZero();
    }

    private void put(S3Client client, String key) {
        client.putObject(it -> it.bucket(bucket).key(key), RequestBody.fromString("others"));
    }

    private S3Settings settings(String name, String prefix) {
        return TestingS3Settings.of(server(), name, prefix, folder);
    }

    private static TestingS3 server() {
        return Objects.requireNonNull(server);
    }
}
