package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.Holding;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.engine.KnowledgeIndex.Damaged;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings the index back to what PostgreSQL says, at every start: whatever a crash, a restored
 * database or a deleted folder has left is counted and put right, without chunking or embedding
 * anything again. The portal answers meanwhile.
 */
@Component
class Reconciliation implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    /** A text that was taken back may come again. */
    private static final int DAYS_UNUSED = 30;

    /** What was found to be wrong, in revisions. */
    record Repaired(int filled, int removed) {}

    private final KnowledgeIndex index;
    private final ChunkRecords chunks;
    private final VectorRecords vectors;
    private final IndexContents contents;
    private volatile @Nullable Thread running;
    private volatile boolean stopping;

    Reconciliation(
            KnowledgeIndex index,
            ChunkRecords chunks,
            VectorRecords vectors,
            IndexContents contents) {
        this.index = index;
        this.chunks = chunks;
        this.vectors = vectors;
        this.contents = contents;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        running =
                Thread.ofVirtual()
                        .name("index-reconciliation")
                        .start(() -> {
                            try {
                                Repaired repaired = reconcile();
                                log.info(
                                        "Index reconciled: {} revisions filled in, {} removed",
                                        repaired.filled(),
                                        repaired.removed());
                            } catch (RuntimeException e) {
                                log.error(
                                        "The index could not be reconciled; it is tried at the next start",
                                        e);
                            }
                        });
    }

    /** Waits until the reconciliation of the start is done. */
    void join() throws InterruptedException {
        Thread started = running;
        if (started != null) {
            started.join();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        join();
    }

    Repaired reconcile() {
        // The index first: what it holds was in PostgreSQL before, so nothing new looks unknown.
        Map<RevisionId, Holding> held = held();
        Map<RevisionId, Holding> wanted = chunks.belonging();
        int filled = 0;
        for (Map.Entry<RevisionId, Holding> entry : wanted.entrySet()) {
            Holding found = held.getOrDefault(entry.getKey(), Holding.NONE);
            if (stopping) {
                break;
            }
            if (!found.equals(entry.getValue())) {
                contents.putChunks(entry.getKey());
                contents.putWindows(entry.getKey());
                filled++;
            }
        }
        Set<RevisionId> unknown = new HashSet<>(held.keySet());
        unknown.addAll(chunks.stale());
        unknown.removeAll(wanted.keySet());
        unknown.forEach(contents::remove);
        vectors.dropUnused(DAYS_UNUSED);
        return new Repaired(filled, unknown.size());
    }

    private Map<RevisionId, Holding> held() {
        try {
            return index.holdings();
        } catch (Damaged e) {
            log.warn("The index is damaged and is made anew: {}", String.valueOf(e.getCause()));
            index.clear();
            return Map.of();
        }
    }
}
