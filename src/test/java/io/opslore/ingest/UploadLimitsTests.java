package io.opslore.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.opslore.guard.Allowances;
import io.opslore.guard.HeldBytes;
import io.opslore.guard.Limit;
import io.opslore.guard.LimitReached;
import io.opslore.guard.Refusal;
import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.identity.TestingAuthority;
import io.opslore.ingest.BatchItem.Reason;
import io.opslore.ingest.queue.TestingPortal;
import io.opslore.library.Bin;
import io.opslore.library.Blobs;
import io.opslore.library.SpaceId;
import io.opslore.library.Stored;
import io.opslore.testing.TestingDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class UploadLimitsTests {

    private static final int KB = 1024;

    @TempDir private static Path folder;
    private static TestingPortal portal;
    private SpaceId space;
    private Asker mira;

    @BeforeAll
    static void start() {
        portal = new TestingPortal(TestingDatabase.fresh(), folder);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void somebodyWhoMayUpload() {
        space = portal.space();
        var id = new AccountId(UUID.randomUUID());
        mira = TestingAuthority.asker(id, "mira-" + id.value(), Role.CONTRIBUTOR);
        portal.bean(JdbcClient.class)
                .sql(
                        """
                        insert into account (id, username, password_hash, must_change_password, created_at)
                        values (?, ?, '', false, now())
                        """)
                .params(id.value(), mira.username())
                .update();
    }

    @Test
    void aFileThatIsTooLargeIsRefusedWhileItComesAndLeavesNothing() {
        limit(Limit.UPLOAD_BYTES, 20 * KB);
        int blobs = blobs();
        var endless = new Endless();

        assertThat(refused("endless.log", endless))
                .extracting(Refusal::limit, Refusal::allowed)
                .containsExactly(Limit.UPLOAD_BYTES, 20L * KB);

        assertThat(endless.read).isLessThan(64 * KB);
        assertThat(blobs()).isEqualTo(blobs);
        assertThat(portal.bean(IngestFeed.class).states(space, mira)).isEmpty();
        assertThat(held()).isZero();
    }

    @Test
    void aFileOfExactlyTheLimitIsTaken() throws Exception {
        limit(Limit.UPLOAD_BYTES, 20 * KB);

        assertThat(store("a.txt", 20 * KB)).isInstanceOf(Stored.Added.class);
        assertThat(refused("b.txt", bytes(20 * KB + 1)).limit()).isEqualTo(Limit.UPLOAD_BYTES);
    }

    @Test
    void storageCountsAllRevisionsUntilTheyArePurged() throws Exception {
        limit(Limit.STORAGE_BYTES, 30 * KB);
        Stored stored = store("a.txt", 10 * KB);
        store("a.txt", 12 * KB);
        assertThat(held()).isEqualTo(22 * KB);

        var endless = new Endless();
        assertThat(refused("b.txt", endless).limit()).isEqualTo(Limit.STORAGE_BYTES);
        assertThat(endless.read).isLessThan(32 * KB);

        portal.bean(Bin.class).put(stored.document(), mira);
        assertThat(held()).isEqualTo(22 * KB);
        portal.bean(Bin.class).purge(stored.document(), TestingPortal.ADMIN);
        assertThat(held()).isZero();
        assertThat(store("b.txt", 30 * KB)).isInstanceOf(Stored.Added.class);
        assertThat(
                        portal.bean(Allowances.class).of(mira).stream()
                                .filter(it -> it.value().limit() == Limit.STORAGE_BYTES)
                                .findFirst()
                                .orElseThrow()
                                .left())
                .isZero();
    }

    @Test
    void uploadsThatComeAtTheSameTimeAreNotTogetherTooLarge() throws Exception {
        limit(Limit.STORAGE_BYTES, 50 * KB);
        int blobs = blobs();
        var start = new CountDownLatch(1);
        List<Future<Stored>> futures = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int number = 0; number < 8; number++) {
                String path = number + ".txt";
                int size = 10 * KB + number;
                futures.add(
                        threads.submit(() -> {
                            start.await();
                            return store(path, size - 8);
                        }));
            }
            start.countDown();
        }

        assertThat(futures.stream().filter(UploadLimitsTests::succeeded)).hasSize(5);
        assertThat(held()).isLessThanOrEqualTo(50 * KB);
        assertThat(blobs()).isEqualTo(blobs + 5);
    }

    @Test
    void theReportOfABatchSaysWhichLimitItWas() throws Exception {
        limit(Limit.UPLOAD_BYTES, 2 * KB);
        limit(Limit.STORAGE_BYTES, 3 * KB);
        Sending sending = portal.bean(Sending.class);
        BatchId batch = sending.begin(space, "notes", new Batch.Announced(3, 0), mira);

        sending.take(batch, "large.txt", bytes(2 * KB + 1), mira);
        sending.take(batch, "fits.txt", bytes(2 * KB), mira);
        sending.take(batch, "full.txt", bytes(2 * KB - 1), mira);

        assertThat(portal.bean(Batches.class).items(batch, null, 0, 10, mira))
                .extracting(BatchItem::path, BatchItem::reason)
                .contains(
                        tuple("large.txt", Reason.OVER_UPLOAD_LIMIT),
                        tuple("full.txt", Reason.STORAGE_FULL),
                        tuple("fits.txt", null));
    }

    private Refusal refused(String path, InputStream bytes) {
        return assertThatExceptionOfType(LimitReached.class)
                .isThrownBy(() -> portal.bean(Intake.class).accept(space, path, bytes, mira))
                .actual()
                .refusal();
    }

    private Stored store(String path, int size) throws IOException {
        return portal.bean(Intake.class).accept(space, path, bytes(size), mira);
    }

    private void limit(Limit limit, long amount) {
        portal.bean(JdbcClient.class)
                .sql("insert into limit_value (limit_key, account_id, amount) values (?, ?, ?)")
                .params(limit.key(), mira.id().value(), amount)
                .update();
    }

    private long held() {
        return portal.bean(HeldBytes.class).of(mira.id());
    }

    private static int blobs() {
        try {
            return portal.bean(Blobs.class).held().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean succeeded(Future<Stored> future) {
        try {
            future.get();
            return true;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(LimitReached.class);
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream bytes(int size) {
        return new ByteArrayInputStream(
                (UUID.randomUUID() + "x".repeat(size))
                        .substring(0, size)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** Tells how much of it was wanted. */
    private static final class Endless extends InputStream {

        private int read;

        @Override
        public int read() {
            read++;
            return 'x';
        }
    }
}
