package io.opslore.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.identity.TestingAuthority;
import io.opslore.library.s3.S3Settings;
import io.opslore.library.s3.TestingS3Settings;
import io.opslore.outbound.TestingCertificates;
import io.opslore.testing.TestingCommand;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingS3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** Original files go from the folder to a real S3 server and back; skipped where there is none. */
class BlobMovingTests {

    private static final Asker ADMIN = TestingAuthority.asker("admin", Role.ADMIN);

    @TempDir private Path folder;
    @TempDir private Path servers;
    private final List<Object> audited = new ArrayList<>();
    private TestingS3 server;
    private S3Settings bucket;
    private BlobStores stores;
    private BlobMoving moving;

    @BeforeEach
    void start() {
        server = TestingS3.start(servers);
        bucket = TestingS3Settings.of(server, server.bucket(), "", folder.resolve("incoming"));
        var settings =
                new LibrarySettings(
                        BlobStore.FILES,
                        folder.resolve("blobs"),
                        Duration.ofDays(30),
                        Duration.ofHours(1),
                        Duration.ofDays(7));
        stores = new BlobStores(settings, bucket, TestingCertificates.none());
        moving = new BlobMoving(stores, audited::add);
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void allIsMovedThereAndBackAndNothingIsDeletedUnasked() throws Exception {
        List<String> all = store(25);

        assertThat(moving.plan(BlobStore.S3, ADMIN).toSend()).isEqualTo(25);
        assertThat(held(BlobStore.S3)).isEmpty();
        BlobMoving.Moved there = moving.move(BlobStore.S3, false, (done, total) -> {}, ADMIN);

        assertThat(there).isEqualTo(new BlobMoving.Moved(25, 0, 0, List.of()));
        assertThat(held(BlobStore.S3)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(held(BlobStore.FILES)).hasSize(25);
        assertThat(moving.move(BlobStore.S3, true, (done, total) -> {}, ADMIN))
                .isEqualTo(new BlobMoving.Moved(0, 25, 25, List.of()));
        assertThat(held(BlobStore.FILES)).isEmpty();
        assertThat(moving.move(BlobStore.FILES, true, (done, total) -> {}, ADMIN).sent())
                .isEqualTo(25);
        assertThat(held(BlobStore.FILES)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(held(BlobStore.S3)).isEmpty();
        assertThat(audited).hasSize(3);
    }

    @Test
    void whatIsDamagedIsNamedAndStaysWhereItIs() throws Exception {
        List<String> all = store(3);
        String damaged = all.getFirst();
        Files.writeString(file(damaged), "not what it was");

        assertThat(moving.move(BlobStore.S3, true, (done, total) -> {}, ADMIN))
                .isEqualTo(new BlobMoving.Moved(2, 0, 2, List.of(damaged)));
        assertThat(held(BlobStore.FILES)).containsExactly(damaged);
        assertThat(held(BlobStore.S3)).doesNotContain(damaged);
    }

    @Test
    void whatArrivedDamagedIsSentAgain() throws Exception {
        String sha256 = store(1).getFirst();
        moving.move(BlobStore.S3, false, (done, total) -> {}, ADMIN);
        byte[] other = Files.readAllBytes(file(sha256));
        other[0]++;
        try (var client = server.client()) {
            client.putObject(
                    put -> put.bucket(bucket.bucket()).key(sha256.substring(0, 2) + "/" + sha256),
                    RequestBody.fromBytes(other));
        }

        assertThat(moving.move(BlobStore.S3, false, (done, total) -> {}, ADMIN).sent()).isOne();
        assertThat(moving.move(BlobStore.S3, false, (done, total) -> {}, ADMIN).there()).isOne();
    }

    @Test
    void killedInTheMiddleItGoesOnWhereItWas() throws Exception {
        int many = 400;
        store(many);
        String database = TestingDatabase.fresh();
        try (FileChannel lock = lock()) {
            assertThat(lock.tryLock()).isNotNull();
            TestingCommand beside = move(database);
            assertThat(beside.await()).as(beside.output()).isOne();
            assertThat(beside.output()).contains("is in use by another running OpsLore");
        }

        TestingCommand killed = move(database);
        killed.awaitPrinted("Moving");
        killed.kill();
        assertThat(held(BlobStore.S3)).as(killed.output()).isNotEmpty().hasSizeLessThan(many);

        TestingCommand again = move(database);
        assertThat(again.await()).as(again.output()).isZero();
        assertThat(again.output()).doesNotContain(" 0 were there");
        assertThat(held(BlobStore.S3)).hasSize(many);
        assertThat(held(BlobStore.FILES)).hasSize(many);
    }

    private TestingCommand move(String database) {
        return new TestingCommand(
                database,
                folder,
                server.environment(bucket.bucket()),
                "blobs",
                "move",
                "--to",
                "s3");
    }

    private FileChannel lock() throws IOException {
        return FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private List<String> store(int many) throws IOException {
        List<String> all = new ArrayList<>();
        Blobs files = stores.open(BlobStore.FILES);
        for (int each = 0; each < many; each++) {
            byte[] bytes = ("# Runbook " + each + "\n").repeat(20).getBytes(StandardCharsets.UTF_8);
            try (var incoming = files.receive(new ByteArrayInputStream(bytes))) {
                incoming.store();
                all.add(incoming.blob().sha256());
            }
        }
        return all;
    }

    private List<String> held(BlobStore store) throws IOException {
        return stores.open(store).held().stream().map(Blobs.Held::sha256).toList();
    }

    private Path file(String sha256) {
        return folder.resolve("blobs").resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
