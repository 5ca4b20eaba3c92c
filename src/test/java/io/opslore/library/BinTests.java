package io.opslore.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opslore.identity.NotAllowed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class BinTests extends LibraryRoomTest {

    @Autowired Bin bin;
    @Autowired Blobs blobs;
    @Autowired BlobRemovalRecords removals;
    @Autowired BlobCleaning cleaning;
    @Autowired RevisionRecords revisionRecords;
    @Autowired TransactionTemplate transaction;
    @Autowired DataSource database;
    @Autowired ConfigurableApplicationContext context;

    @Test
    void readersFindNothingOfADocumentInTheBin() throws IOException {
        Stored stored = publish("a.txt", "one");
        bin.put(stored.document(), contributor);

        assertThat(documents.in(space, reader)).isEmpty();
        assertThat(spaces.space(space, reader).documents()).isZero();
        assertThat(revisions.confirmed(List.of(stored.revision()), grants.readable(reader)))
                .isEmpty();
        assertThatThrownBy(() -> documents.document(stored.document(), reader))
                .isInstanceOf(NotFound.class)
                .hasMessage("Document not found");
        assertThatThrownBy(() -> documents.revisions(stored.document(), reader))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.revision(stored.revision(), reader))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.text(stored.revision(), reader))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> downloads.file(stored.revision(), reader))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.twins(stored.document(), reader))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoMayWriteSeesItInTheBinAndBringsItBack() throws IOException {
        Stored stored = publish("a.txt", "one");
        bin.put(stored.document(), contributor);

        Document binned = documents.document(stored.document(), contributor);
        assertThat(binned.binned()).isEqualTo(new Binned(clock.instant(), contributor.username()));
        assertThat(bin.in(space, contributor)).containsExactly(binned);
        assertThat(bin.expiresAt(binned)).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        assertThat(documents.in(space, contributor)).isEmpty();

        bin.restore(stored.document(), contributor);
        assertThat(documents.in(space, reader)).hasSize(1);
        assertThat(bin.in(space, contributor)).isEmpty();
        assertThat(revisions.confirmed(List.of(stored.revision()), grants.readable(reader)))
                .containsKey(stored.revision());
    }

    @Test
    void readersMayNeitherBinNorRestoreNorLookIntoTheBin() throws IOException {
        Stored stored = publish("a.txt", "one");

        assertThatThrownBy(() -> bin.put(stored.document(), reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> bin.put(stored.document(), nobody)).isInstanceOf(NotFound.class);
        bin.put(stored.document(), contributor);
        assertThatThrownBy(() -> bin.restore(stored.document(), reader))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bin.in(space, reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> bin.in(space, nobody)).isInstanceOf(NotFound.class);
    }

    @Test
    void onlyAdminsRemoveForGood() throws IOException {
        Stored stored = publish("a.txt", "one");

        assertThatThrownBy(() -> bin.purge(stored.document(), contributor))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> bin.purge(stored.document(), nobody)).isInstanceOf(NotFound.class);
        bin.purge(stored.document(), admin);
        assertThatThrownBy(() -> documents.document(stored.document(), admin))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aPurgeTakesAllRevisionsAndTheirBytesAndTellsOfIt() throws IOException {
        String one = "one " + space.value();
        Stored first = publish("a.txt", one);
        Stored second = publish("a.txt", "two " + space.value());
        String hash = documents.revision(first.revision(), admin).sha256();
        List<DocumentPurged> told = new ArrayList<>();
        ApplicationListener<PayloadApplicationEvent<DocumentPurged>> listener =
                ApplicationListener.forPayload(told::add);
        context.addApplicationListener(listener);

        bin.purge(first.document(), admin);

        context.removeApplicationListener(listener);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().revisions())
                .containsExactlyInAnyOrder(first.revision(), second.revision());
        assertThat(revisionRecords.idsOf(first.document().value())).isEmpty();
        assertThat(revisions.text(first.revision())).isEmpty();
        assertThatThrownBy(() -> blobs.open(hash)).isInstanceOf(IOException.class);
        assertThat(removals.findById(hash)).isEmpty();
    }

    @Test
    void bytesThatAnotherDocumentHasStay() throws IOException {
        Stored one = publish("a.txt", "same " + space.value());
        Stored other = publish("b.txt", "same " + space.value());

        bin.purge(one.document(), admin);

        try (InputStream bytes = revisions.original(other.revision())) {
            assertThat(bytes).hasContent("same " + space.value());
        }
    }

    @Test
    void bytesThatCouldNotBeDeletedAreDeletedLater() throws IOException {
        Stored stored = publish("a.txt", "late " + space.value());
        String hash = documents.revision(stored.revision(), admin).sha256();
        // As a crash between the database and the files leaves it.
        transaction.executeWithoutResult(status -> {
            removals.noticeBlobsOf(stored.document().value(), clock.instant());
        });
        assertThat(removals.findById(hash)).isPresent();
        cleaning.clean();
        assertThat(blobs.open(hash)).as("a revision still has them").isNotNull();

        bin.purge(stored.document(), admin);
        putBack("late " + space.value());
        transaction.executeWithoutResult(status -> notice(hash));
        bin.purgeExpired();

        assertThatThrownBy(() -> blobs.open(hash)).isInstanceOf(IOException.class);
    }

    @Test
    void thoseWhoseTimeIsUpArePurgedAndNoOthers() throws IOException {
        Stored early = publish("early.txt", "early");
        Stored late = publish("late.txt", "late");
        Stored back = publish("back.txt", "back");
        bin.put(early.document(), contributor);
        bin.put(back.document(), contributor);
        clock.advance(Duration.ofDays(29));
        bin.put(late.document(), contributor);
        bin.restore(back.document(), contributor);
        clock.advance(Duration.ofDays(1).plusSeconds(1));

        bin.purgeExpired();

        assertThat(bin.in(space, contributor))
                .extracting(Document::path)
                .containsExactly("late.txt");
        assertThat(documents.in(space, reader))
                .extracting(Document::path)
                .containsExactly("back.txt");
        assertThatThrownBy(() -> documents.document(early.document(), admin))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anUploadToABinnedPathBringsItBackWithARevision() throws IOException {
        Stored first = publish("a.txt", "one");
        bin.put(first.document(), contributor);

        Stored again = store("a.txt", "one");

        assertThat(again).isInstanceOf(Stored.Revised.class);
        assertThat(again.document()).isEqualTo(first.document());
        assertThat(documents.in(space, reader)).hasSize(1);
        assertThat(documents.revisions(first.document(), reader)).hasSize(2);
    }

    @Test
    void aRevisionOnItsWayDoesNotBringADocumentBack() throws IOException {
        Stored first = publish("a.txt", "one");
        Stored second = store("a.txt", "two");
        bin.put(first.document(), contributor);

        revisions.describe(second.revision(), text("two", ""));
        revisions.makeCurrent(second.revision());

        assertThat(documents.in(space, reader)).isEmpty();
        assertThat(revisions.confirmed(List.of(second.revision()), grants.readable(reader)))
                .isEmpty();
        bin.restore(first.document(), contributor);
        assertThat(documents.document(first.document(), reader).current())
                .isEqualTo(second.revision());
    }

    @Test
    void aPurgeNeverTakesTheBytesOfAnUploadAtTheSameTime() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 40; round++) {
                String content = "contended " + round + space.value();
                DocumentId old = publish("old-" + round, content).document();
                String path = "new-" + round;
                var together = new CyclicBarrier(2);
                Future<Stored> upload =
                        threads.submit(() -> {
                            together.await();
                            return store(path, content);
                        });
                Future<?> purge =
                        threads.submit(() -> {
                            together.await();
                            bin.purge(old, admin);
                            return null;
                        });
                purge.get();
                try (InputStream bytes = revisions.original(upload.get().revision())) {
                    assertThat(bytes).hasContent(content);
                }
            }
        }
    }

    /** The race of the test above at its worst moment: the bytes are in place, unreferred to. */
    @Test
    void bytesFoundStoredAreNotDeletedBeforeTheirRevisionIsCommitted() throws Exception {
        String content = "held up " + space.value();
        DocumentId old = publish("old.txt", content).document();
        var stored = new CountDownLatch(1);
        var purge = new CompletableFuture<Void>();
        ApplicationListener<PayloadApplicationEvent<RevisionStored>> holdUp =
                ApplicationListener.forPayload((RevisionStored event) ->
                        beforeCommit(() -> {
                            stored.countDown();
                            await().atMost(Duration.ofSeconds(30))
                                    .until(() -> purge.isDone() || somebodyWaitsForALock());
                        }));
        context.addApplicationListener(holdUp);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Stored> upload = threads.submit(() -> store("new.txt", content));
            stored.await();
            threads.submit(() -> {
                bin.purge(old, admin);
                purge.complete(null);
            });
            RevisionId revision = upload.get().revision();
            purge.get();
            try (InputStream bytes = revisions.original(revision)) {
                assertThat(bytes).hasContent(content);
            }
        } finally {
            context.removeApplicationListener(holdUp);
        }
    }

    private static void beforeCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        action.run();
                    }
                });
    }

    private boolean somebodyWaitsForALock() {
        return JdbcClient.create(database)
                        .sql(
                                "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void putBack(String content) throws IOException {
        try (var incoming = blobs.receive(new ByteArrayInputStream(content.getBytes(UTF_8)))) {
            incoming.store();
        }
    }

    private void notice(String hash) {
        var removal = new BlobRemovalEntity();
        removal.sha256 = hash;
        removal.noticedAt = Instant.EPOCH;
        removals.save(removal);
    }
}
