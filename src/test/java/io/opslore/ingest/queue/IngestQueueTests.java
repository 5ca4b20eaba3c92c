package io.opslore.ingest.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.IngestProgress;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.IngestState.Reason;
import io.opslore.ingest.SampleSpace;
import io.opslore.library.Revisions;
import io.opslore.library.Space;
import io.opslore.library.SpaceId;
import io.opslore.library.Stored;
import io.opslore.testing.TestingDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestQueueTests {

    @TempDir private static Path folder;

    private static TestingPortal portal;
    private SpaceId space;

    @BeforeAll
    static void start() {
        portal = new TestingPortal(TestingDatabase.fresh(), folder);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void makeSpace() {
        space = portal.space();
        portal.indexer.embeddingGate = new CountDownLatch(0);
    }

    @Test
    void bringsAFileFromUploadToReady() throws Exception {
        Stored stored = portal.accept(space, "restart.md", "# Restart\n\nDrain the node.\n");

        portal.awaitReady(space, "restart.md");

        assertThat(portal.indexer.indexed).contains(stored.revision());
        assertThat(portal.indexer.embedded).contains(stored.revision());
        assertThat(portal.document(stored).current()).isEqualTo(stored.revision());
        assertThat(portal.document(stored).title()).isEqualTo("Restart");
        assertThat(portal.bean(Revisions.class).text(stored.revision()).orElseThrow().text())
                .isEqualTo("# Restart\n\nDrain the node.\n");
    }

    @Test
    void letsTheFirstRevisionAnswerBeforeItIsEmbedded() throws Exception {
        var gate = new CountDownLatch(1);
        portal.indexer.embeddingGate = gate;
        Stored stored = portal.accept(space, "a.md", "# One\n");

        TestingPortal.await(() -> stored.revision().equals(portal.document(stored).current()));

        assertThat(portal.indexer.embedded).doesNotContain(stored.revision());
        gate.countDown();
        portal.awaitReady(space, "a.md");
    }

    @Test
    void keepsTheOldRevisionUntilTheNewOneIsEmbedded() throws Exception {
        Stored first = portal.accept(space, "a.md", "# One\n");
        portal.awaitReady(space, "a.md");
        var gate = new CountDownLatch(1);
        portal.indexer.embeddingGate = gate;
        Stored second = portal.accept(space, "a.md", "# Two\n");

        TestingPortal.await(() -> portal.indexer.indexed.contains(second.revision()));
        assertThat(portal.document(first).current()).isEqualTo(first.revision());
        gate.countDown();
        portal.awaitReady(space, "a.md");
        assertThat(portal.document(first).current()).isEqualTo(second.revision());
    }

    @Test
    void triesAgainWhenTheBlobStoreIsOutOfReach() throws Exception {
        portal.blobs.faultsToCome.set(2);

        portal.accept(space, "a.md", "# Text\n");

        portal.awaitReady(space, "a.md");
    }

    @Test
    void givesUpAfterTheConfiguredNumberOfAttempts() throws Exception {
        portal.indexer.faultsToCome.set(5);

        Stored stored = portal.accept(space, "a.md", "# Text\n");

        IngestState.Failed failed = portal.awaitFailed(space, "a.md");
        assertThat(failed.reason()).isEqualTo(Reason.INTERNAL);
        assertThat(failed.detail()).contains("The index cannot be reached");
        assertThat(portal.indexer.faultsToCome).hasValue(0);
        assertThat(portal.indexer.indexed).doesNotContain(stored.revision());
    }

    @Test
    void waitsForAnIndexThatIsAwayHoweverOftenItHasTried() throws Exception {
        portal.indexer.absencesToCome.set(12);

        Stored stored = portal.accept(space, "a.md", "# Text\n");

        portal.awaitReady(space, "a.md");
        assertThat(portal.indexer.absencesToCome).hasValue(0);
        assertThat(portal.indexer.indexed).containsOnlyOnce(stored.revision());
    }

    @Test
    void quarantinesWhatTheFileIsToBlameForAtOnce() throws Exception {
        portal.accept(space, "empty.md", "  \n \n");

        assertThat(portal.awaitFailed(space, "empty.md").reason()).isEqualTo(Reason.EMPTY);
        assertThat(portal.bean(IngestStates.class).stranded()).isEmpty();
    }

    @Test
    void queuesUnchangedBytesAgainOnlyIfTheyFailed() throws Exception {
        portal.indexer.faultsToCome.set(5);
        portal.accept(space, "a.md", "# Text\n");
        portal.awaitFailed(space, "a.md");

        Stored again = portal.accept(space, "a.md", "# Text\n");
        portal.awaitReady(space, "a.md");
        Stored third = portal.accept(space, "a.md", "# Text\n");

        assertThat(again).isInstanceOf(Stored.Unchanged.class);
        assertThat(third).isInstanceOf(Stored.Unchanged.class);
        assertThat(portal.state(space, "a.md")).isInstanceOf(IngestState.Ready.class);
        assertThat(portal.indexer.indexed.stream().filter(third.revision()::equals)).hasSize(1);
    }

    private void bothEmbeddingThreadsAreHeldUp() throws Exception {
        Stored x = portal.accept(space, "x.md", "# X\n");
        Stored y = portal.accept(space, "y.md", "# Y\n");
        TestingPortal.await(
                () -> portal.indexer.started.containsAll(List.of(x.revision(), y.revision())));
    }

    @Test
    void describesASupersededRevisionButDoesNotEmbedIt() throws Exception {
        Stored first = portal.accept(space, "a.md", "# One\n");
        portal.awaitReady(space, "a.md");
        var gate = new CountDownLatch(1);
        portal.indexer.embeddingGate = gate;
        // So that the second revision waits.
        bothEmbeddingThreadsAreHeldUp();
        Stored second = portal.accept(space, "a.md", "# Two\n");
        Stored third = portal.accept(space, "a.md", "# Three\n");
        gate.countDown();

        portal.awaitReady(space, "a.md");

        assertThat(portal.document(first).current()).isEqualTo(third.revision());
        TestingPortal.await(() -> portal.bean(Revisions.class).text(second.revision()).isPresent());
        assertThat(portal.indexer.embedded).doesNotContain(second.revision());
    }

    @Test
    void fallsBackToTheRevisionBeforeOneThatFailed() throws Exception {
        portal.accept(space, "a.md", "# One\n");
        portal.awaitReady(space, "a.md");
        var gate = new CountDownLatch(1);
        portal.indexer.embeddingGate = gate;
        bothEmbeddingThreadsAreHeldUp();
        Stored second = portal.accept(space, "a.md", "# Two\n");
        portal.accept(space, "a.md", "\n");
        portal.awaitFailed(space, "a.md");
        gate.countDown();

        TestingPortal.await(() -> second.revision().equals(portal.document(second).current()));
    }

    @Test
    void losesNoRevisionThatComesWhileAnotherIsWorkedOn() throws Exception {
        for (int document = 0; document < 20; document++) {
            String path = document + ".md";
            for (int number = 1; number < 4; number++) {
                portal.accept(space, path, "# Revision %d\n".formatted(number));
                int wait = number;
                TestingPortal.await(() ->
                        wait > 1 || !(portal.state(space, path) instanceof IngestState.Queued));
            }
            Stored last = portal.accept(space, path, "# Last\n");
            TestingPortal.await(() -> last.revision().equals(portal.document(last).current()));
            assertThat(portal.document(last).newest()).isEqualTo(last.revision());
        }
    }

    @Test
    void reachesTheSamples() {
        Space samples = portal.bean(SampleSpace.class).load(TestingPortal.ADMIN);
        TestingPortal.await(() ->
                portal.bean(IngestFeed.class).states(samples.id(), TestingPortal.ADMIN).stream()
                        .allMatch(one -> one.state() instanceof IngestState.Ready));

        assertThat(samples.documents()).isGreaterThan(5);
        assertThat(portal.bean(SampleSpace.class).load(TestingPortal.ADMIN).documents())
                .isEqualTo(samples.documents());
    }

    @Test
    void tellsListenersOfEveryStateInOrder() throws Exception {
        List<IngestProgress> heard = new CopyOnWriteArrayList<>();
        Runnable end =
                portal.bean(IngestFeed.class).subscribe(space, TestingPortal.ADMIN, heard::add);

        portal.accept(space, "a.md", "# Text\n");
        TestingPortal.await(
                () -> heard.stream().anyMatch(one -> one.state() instanceof IngestState.Ready));
        end.run();
        end.run();

        assertThat(heard)
                .extracting(one -> one.state().getClass().getSimpleName())
                .containsSubsequence("Queued", "Extracting", "Indexing", "Ready");
        assertThat(heard).extracting(IngestProgress::path).containsOnly("a.md");
    }

    @Test
    void dropsAListenerThatThrows() throws Exception {
        List<IngestProgress> heard = new CopyOnWriteArrayList<>();
        portal.bean(IngestFeed.class)
                .subscribe(
                        space,
                        TestingPortal.ADMIN,
                        progress -> {
                            heard.add(progress);
                            throw new IllegalStateException("Listener is gone");
                        });

        portal.accept(space, "a.md", "# Text\n");
        portal.awaitReady(space, "a.md");

        assertThat(heard).hasSize(1);
    }
}
