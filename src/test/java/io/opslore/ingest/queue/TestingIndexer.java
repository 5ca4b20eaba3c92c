package io.opslore.ingest.queue;

import io.opslore.library.RevisionId;
import io.opslore.retrieval.IndexAway;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Remembers what was asked of it; can be told to fail or to hold on. */
class TestingIndexer implements Indexer {

    final List<RevisionId> renewed = new CopyOnWriteArrayList<>();
    volatile boolean renewalFails;

    final List<RevisionId> indexed = new CopyOnWriteArrayList<>();
    final List<RevisionId> embedded = new CopyOnWriteArrayList<>();
    final List<RevisionId> forgotten = new CopyOnWriteArrayList<>();
    final AtomicInteger faultsToCome = new AtomicInteger();
    final AtomicInteger absencesToCome = new AtomicInteger();
    final List<RevisionId> started = new CopyOnWriteArrayList<>();
    volatile CountDownLatch embeddingGate = new CountDownLatch(0);

    @Override
    public void indexText(RevisionId revision) {
        if (absencesToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IndexAway("No server");
        }
        if (faultsToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("The index cannot be reached");
        }
        indexed.add(revision);
    }

    @Override
    public void embed(RevisionId revision, BiConsumer<Integer, Integer> progress) {
        started.add(revision);
        try {
            embeddingGate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        progress.accept(1, 2);
        progress.accept(2, 2);
        embedded.add(revision);
    }

    @Override
    public void forget(RevisionId revision) {
        forgotten.add(revision);
    }

    @Override
    public void renew(List<RevisionId> revisions) {
        if (renewalFails) {
            throw new IllegalStateException("The index cannot be written");
        }
        renewed.addAll(revisions);
    }
}
