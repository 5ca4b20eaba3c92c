package io.opslore.ingest.batch;

import static io.opslore.ingest.archive.TestingArchives.add;
import static io.opslore.ingest.archive.TestingArchives.tarGz;
import static io.opslore.ingest.archive.TestingArchives.zip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.identity.TestingAuthority;
import io.opslore.ingest.Batch;
import io.opslore.ingest.BatchId;
import io.opslore.ingest.BatchItem;
import io.opslore.ingest.BatchItem.Outcome;
import io.opslore.ingest.BatchItem.Reason;
import io.opslore.ingest.Batches;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.Retrying;
import io.opslore.ingest.Sending;
import io.opslore.ingest.queue.TestingPortal;
import io.opslore.library.NotFound;
import io.opslore.library.SpaceId;
import io.opslore.testing.TestingDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchesTests {

    private static final Asker ADMIN = TestingPortal.ADMIN;
    private static final Asker MIRA = TestingAuthority.asker("mira", Role.CONTRIBUTOR);
    private static final Asker OLEG = TestingAuthority.asker("oleg", Role.CONTRIBUTOR);
    private static final Asker READER = TestingAuthority.asker("rita", Role.READER);

    @TempDir private static Path folder;
    private static String database;
    private static TestingPortal portal;
    private SpaceId space;

    @BeforeAll
    static void start() {
        database = TestingDatabase.fresh();
        portal = portal();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void makeSpace() {
        space = portal.space();
    }

    @Test
    void writesDownWhatBecameOfEachFile() throws IOException {
        portal.accept(space, "same.md", "# Same");
        portal.accept(space, "other.md", "# Old");
        BatchId batch = begin(MIRA, 6);

        send(batch, "new.md", "# New");
        send(batch, "same.md", "# Same");
        send(batch, "other.md", "# Other");
        send(batch, "../out.md", "# Out");
        send(batch, "large.md", "x".repeat(3000));
        send(batch, ".DS_Store", "x");
        sending().finished(batch, MIRA);

        assertThat(outcomes(batch))
                .isEqualTo(
                        Map.of(
                                "new.md", Outcome.NEW,
                                "same.md", Outcome.UNCHANGED,
                                "other.md", Outcome.CHANGED,
                                "../out.md", Outcome.FAILED,
                                "large.md", Outcome.FAILED,
                                ".DS_Store", Outcome.IGNORED));
        assertThat(item(batch, "../out.md").reason()).isEqualTo(Reason.UNSAFE_PATH);
        assertThat(item(batch, "large.md").reason()).isEqualTo(Reason.TOO_LARGE);
        Batch now = batches().batch(batch, MIRA);
        assertThat(now.state()).isEqualTo(Batch.State.DONE);
        assertThat(now.progress().receivedFiles()).isEqualTo(6);
        TestingPortal.await(() -> batches().batch(batch, MIRA).counts().busy() == 0);
    }

    @Test
    void countsAFileThatCouldNotBeReadAsFailedAndTriesItAgainAlone() throws Exception {
        BatchId batch = begin(MIRA, 2);
        send(batch, "empty.md", " ");
        send(batch, "good.md", "# Good");
        sending().finished(batch, MIRA);
        TestingPortal.await(() -> batches().batch(batch, MIRA).counts().failed() == 1);
        BatchItem failed = item(batch, "empty.md");

        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.state()).isInstanceOf(IngestState.Failed.class);
        assertThatThrownBy(() -> retrying().retry(failed.revision(), READER))
                .isInstanceOf(NotAllowed.class);
        assertThat(retrying().retryFailed(batch, MIRA)).isEqualTo(1);
        portal.awaitFailed(space, "empty.md");
    }

    @Test
    void keepsTheFirstOutcomeOfAFileWhoseAnswerWasLost() throws IOException {
        BatchId batch = begin(MIRA, 1);

        send(batch, "a.md", "# A");
        send(batch, "a.md", "# A");

        assertThat(outcomes(batch)).isEqualTo(Map.of("a.md", Outcome.NEW));
    }

    @Test
    void unpacksWhatIsInAnArchiveAndReportsTheRest() throws IOException {
        BatchId batch = begin(MIRA, 3);

        send(
                batch,
                "docs.zip",
                zip(out -> {
                    add(out, "docs/a.md", "# A");
                    add(out, "docs/large.md", "x".repeat(3000));
                    add(out, "../b.md", "# B");
                }));
        send(batch, "more.tar.gz", tarGz(out -> add(out, "more/c.md", "# C")));
        send(batch, "folder/inner.zip", zip(out -> add(out, "d.md", "# D")));
        send(batch, "false.zip", "no archive".getBytes(UTF_8));
        sending().finished(batch, MIRA);
        awaitUnpacked(batch);

        assertThat(outcomes(batch))
                .isEqualTo(
                        Map.of(
                                "docs/a.md", Outcome.NEW,
                                "docs/large.md", Outcome.FAILED,
                                "../b.md", Outcome.FAILED,
                                "more/c.md", Outcome.NEW,
                                "folder/inner.zip", Outcome.IGNORED,
                                "false.zip", Outcome.FAILED));
        assertThat(folder.resolve("ingest/archives")).isEmptyDirectory();
    }

    @Test
    void waitsWhilePausedAndStopsWhenCancelled() throws Exception {
        BatchId batch = begin(MIRA, 1);
        batches().pause(batch, MIRA);
        send(batch, "docs.zip", zip(out -> add(out, "a.md", "# A")));
        sending().finished(batch, MIRA);

        assertThat(batches().batch(batch, MIRA).state()).isEqualTo(Batch.State.PAUSED);
        assertThat(outcomes(batch)).isEmpty();
        batches().cancel(batch, MIRA);
        TestingPortal.await(() -> isEmpty(folder.resolve("ingest/archives")));

        assertThat(outcomes(batch)).isEmpty();
        assertThat(batches().batch(batch, MIRA).state()).isEqualTo(Batch.State.CANCELLED);
        assertThat(send(batch, "late.md", "# Late")).isEqualTo(Batch.State.CANCELLED);
        assertThat(outcomes(batch)).isEmpty();
    }

    @Test
    void takesNothingThatBreaksOffAndLetsItBeSentAgain() throws IOException {
        BatchId batch = begin(MIRA, 1);
        var brokenOff =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection lost");
                    }
                };

        assertThatThrownBy(() -> sending().take(batch, "a.md", brokenOff, MIRA))
                .isInstanceOf(IOException.class);
        assertThat(outcomes(batch)).isEmpty();
        sending().passOver(batch, "a.md", Reason.NOT_SENT, "connection lost", MIRA);
        assertThat(outcomes(batch)).isEqualTo(Map.of("a.md", Outcome.FAILED));
        send(batch, "a.md", "# A");

        assertThat(outcomes(batch)).isEqualTo(Map.of("a.md", Outcome.NEW));
    }

    @Test
    void saysThatItBrokeOffWhenItsSenderWentAway() throws IOException {
        BatchId batch = begin(MIRA, 2);
        send(batch, "a.md", "# A");

        sending().left(batch, MIRA);

        assertThat(batches().batch(batch, MIRA).state()).isEqualTo(Batch.State.BROKEN_OFF);
        assertThat(sending().heard(batch, MIRA)).isEqualTo(Batch.State.RUNNING);
    }

    @Test
    void isSeenAndSteeredByItsSenderAndThoseWhoManageTheSpace() throws IOException {
        BatchId batch = begin(MIRA, 1);

        assertThat(batches().latest(space, 9, ADMIN)).hasSize(1);
        assertThat(batches().latest(space, 9, OLEG)).isEmpty();
        assertThat(batches().latest(space, 9, READER)).isEmpty();
        assertThatThrownBy(() -> batches().batch(batch, READER)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> batches().items(batch, null, 0, 9, READER))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> batches().cancel(batch, OLEG)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sending().take(batch, "a.md", bytes("x"), OLEG))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sending().take(batch, "a.md", bytes("x"), ADMIN))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> begin(READER, 1)).isInstanceOf(NotAllowed.class);
        batches().cancel(batch, ADMIN);
    }

    @Test
    void unpacksAfterARestartWhatWasReceivedBefore(@TempDir Path place) throws Exception {
        String own = TestingDatabase.fresh();
        BatchId batch;
        try (var first = new TestingPortal(own, place)) {
            SpaceId there = first.space();
            batch =
                    first.bean(Sending.class)
                            .begin(there, "docs.zip", new Batch.Announced(1, 1), ADMIN);
            first.bean(Batches.class).pause(batch, ADMIN);
            byte[] zip = zip(out -> add(out, "a.md", "# A"));
            first.bean(Sending.class).take(batch, "docs.zip", new ByteArrayInputStream(zip), ADMIN);
            first.bean(Sending.class).finished(batch, ADMIN);
            first.bean(Batches.class).resume(batch, ADMIN);
        }
        Files.writeString(place.resolve("ingest/archives/left-behind.part"), "half");

        try (var second = new TestingPortal(own, place)) {
            Batches batches = second.bean(Batches.class);
            TestingPortal.await(() -> batches.batch(batch, ADMIN).state() == Batch.State.DONE);

            assertThat(batches.items(batch, null, 0, 9, ADMIN))
                    .extracting(BatchItem::path, BatchItem::outcome)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("a.md", Outcome.NEW));
            TestingPortal.await(() -> isEmpty(place.resolve("ingest/archives")));
        }
    }

    @Test
    void whatAStopHasBrokenOffIsNotTheArchivesFault(@TempDir Path place) throws Exception {
        Path damaged = Files.writeString(place.resolve("docs.zip"), "PK\003\004 and nothing more");
        BatchId batch = begin(ADMIN, 1);
        var archive = new ArchiveRows.Waiting(UUID.randomUUID(), batch, "docs.zip");

        var looks = new AtomicInteger();

        // It stops as soon as the reading has begun.
        assertThat(
                        portal.bean(UnpackStep.class)
                                .run(archive, damaged, () -> looks.getAndIncrement() == 0))
                .isFalse();
        assertThat(items(batch)).isEmpty();

        assertThat(portal.bean(UnpackStep.class).run(archive, damaged, () -> true)).isTrue();
        assertThat(outcomes(batch)).containsExactly(Map.entry("docs.zip", Outcome.FAILED));
    }

    private static TestingPortal portal() {
        return new TestingPortal(database, folder, "opslore.ingest.max-file-size=2KB");
    }

    private BatchId begin(Asker asker, int files) {
        return sending().begin(space, "docs", new Batch.Announced(files, 1000), asker);
    }

    private Batch.State send(BatchId batch, String path, String text) throws IOException {
        return send(batch, path, text.getBytes(UTF_8));
    }

    private Batch.State send(BatchId batch, String path, byte[] bytes) throws IOException {
        return sending().take(batch, path, new ByteArrayInputStream(bytes), MIRA);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private void awaitUnpacked(BatchId batch) {
        TestingPortal.await(() -> batches().batch(batch, MIRA).state() == Batch.State.DONE);
    }

    private BatchItem item(BatchId batch, String path) {
        return items(batch).stream().filter(it -> it.path().equals(path)).findFirst().orElseThrow();
    }

    private Map<String, Outcome> outcomes(BatchId batch) {
        return items(batch).stream().collect(Collectors.toMap(BatchItem::path, BatchItem::outcome));
    }

    private List<BatchItem> items(BatchId batch) {
        return batches().items(batch, null, 0, 100, ADMIN);
    }

    private static boolean isEmpty(Path directory) {
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Sending sending() {
        return portal.bean(Sending.class);
    }

    private static Batches batches() {
        return portal.bean(Batches.class);
    }

    private static Retrying retrying() {
        return portal.bean(Retrying.class);
    }
}
