package io.opslore.backup.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opslore.backup.place.Place;
import io.opslore.library.s3.S3Settings;
import io.opslore.library.s3.TestingS3Settings;
import io.opslore.testing.TestingS3;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** Backups in a bucket of a real server. */
class BucketPlaceTests {

    private static final String PREFIX = "team/";
    private static final long HUGE = 4L << 30;

    @TempDir private Path folder;
    private TestingS3 server;
    private S3Client client;
    private String bucket;
    private S3Settings settings;
    private BucketPlace place;

    @BeforeEach
    void start() throws IOException {
        server = TestingS3.start(Files.createDirectories(folder.resolve("s3")));
        client = server.client();
        bucket = server.bucket();
        settings = TestingS3Settings.of(server, bucket, PREFIX, folder);
        place = BucketPlace.open(settings, Optional.empty());
    }

    @AfterEach
    void stop() {
        if (place != null) {
            place.close();
            client.close();
            server.close();
        }
    }

    @Test
    void onlyBackupsOfItsOwnPrefixAreListed() throws IOException {
        for (String key :
                List.of(
                        "team/a.opslore",
                        "team/notes.txt",
                        "team/deeper/b.opslore",
                        "other/c.opslore")) {
            client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString("12345"));
        }

        assertThat(place.list())
                .singleElement()
                .satisfies(stored -> {
                    assertThat(stored.name()).isEqualTo("a.opslore");
                    assertThat(stored.bytes()).isEqualTo(5);
                    assertThat(stored.at())
                            .isBetween(
                                    Instant.now().minus(Duration.ofMinutes(1)),
                                    Instant.now().plus(Duration.ofMinutes(1)));
                });
        place.delete("a.opslore");
        place.delete("a.opslore");
        assertThat(place.list()).isEmpty();
        assertThatThrownBy(() -> place.open("a.opslore")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void oneIsThereWhenItIsWholeAndElseLeavesNothing() throws IOException {
        byte[] much = new byte[20 << 20];
        try (Place.Outgoing out = place.write("whole.opslore")) {
            out.write(much);
            assertThat(place.list()).isEmpty();
            assertThat(unfinished()).hasSize(1);
            out.commit();
        }
        try (Place.Outgoing out = place.write("half.opslore")) {
            out.write(much);
        }

        assertThat(place.list()).extracting(Place.Stored::name).containsExactly("whole.opslore");
        assertThat(unfinished()).isEmpty();
        try (InputStream in = place.open("whole.opslore")) {
            assertThat(in.readAllBytes()).isEqualTo(much);
        }
    }

    @Test
    void whatAKilledUploadHasLeftGoesOnceItIsOld() {
        upload("team/killed.opslore");
        upload("team/somebody-elses.iso");
        upload("team/deeper/another.opslore");
        var uploads = new UnfinishedUploads(client, settings);

        uploads.drop(Instant.now().minus(Place.ABANDONED));
        assertThat(unfinished()).hasSize(3);
        uploads.drop(Instant.now().plus(Duration.ofMinutes(1)));

        assertThat(unfinished())
                .containsExactlyInAnyOrder(
                        "team/somebody-elses.iso", "team/deeper/another.opslore");
    }

    @Test
    void whoReadsTheFrontDoesNotFetchTheRest() throws Exception {
        var sent = new AtomicLong();
        var over = new AtomicBoolean();
        HttpServer endless =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endless.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        endless.createContext("/", exchange -> answer(exchange, sent, over));
        endless.start();
        URI address = URI.create("http://127.0.0.1:" + endless.getAddress().getPort());
        S3Settings there =
                TestingS3Settings.of(address.toString(), "any", "", "key", "secret", folder);
        try (var huge = BucketPlace.open(there, Optional.empty())) {
            InputStream in = huge.open("huge.opslore");
            assertThat(in.readNBytes(8)).hasSize(8);
            in.close();

            Awaitility.await().untilTrue(over);
            assertThat(sent).hasValueLessThan(HUGE / 10);
        } finally {
            endless.stop(0);
        }
    }

    /** A bucket with one object that takes long to be read. */
    private static void answer(HttpExchange exchange, AtomicLong sent, AtomicBoolean over)
            throws IOException {
        try (exchange) {
            if (String.valueOf(exchange.getRequestURI().getQuery()).contains("list-type")) {
                byte[] none = "<ListBucketResult/>".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, none.length);
                exchange.getResponseBody().write(none);
                return;
            }
            exchange.sendResponseHeaders(200, HUGE);
            byte[] some = new byte[1 << 20];
            while (sent.get() < HUGE) {
                exchange.getResponseBody().write(some);
                sent.addAndGet(some.length);
            }
        } finally {
            over.set(sent.get() > 0);
        }
    }

    private void upload(String key) {
        String id = client.createMultipartUpload(it -> it.bucket(bucket).key(key)).uploadId();
        client.uploadPart(
                part -> part.bucket(bucket).key(key).uploadId(id).partNumber(1),
                RequestBody.fromBytes(new byte[5 << 20]));
    }

    private List<String> unfinished() {
        return client.listMultipartUploads(list -> list.bucket(bucket)).uploads().stream()
                .map(MultipartUpload::key)
                .toList();
    }
}
