package io.opslore.retrieval;

import io.opslore.library.DocumentPurged;
import io.opslore.library.RevisionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Leaves nothing of purged documents in any generation. Their chunks go with their revisions, in
 * the purging transaction; vectors and index entries follow at once, those of many documents
 * together. What a crash leaves is found to be unknown at the next start.
 */
@Component
class Erasing implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Erasing.class);

    private static final Duration WHILE_INDEX_IS_AWAY = Duration.ofSeconds(10);

    private final Removal removal;
    private final ConcurrentLinkedQueue<RevisionId> purged = new ConcurrentLinkedQueue<>();
    private final ExecutorService erasing =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("erasing").factory());

    Erasing(Removal removal) {
        this.removal = removal;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(DocumentPurged event) {
        purged.addAll(event.revisions());
        erasing.execute(this::eraseAll);
    }

    private void eraseAll() {
        List<RevisionId> all = new ArrayList<>();
        for (RevisionId next = purged.poll(); next != null; next = purged.poll()) {
            all.add(next);
        }
        try {
            if (!all.isEmpty()) {
                removal.erase(all);
            }
        } catch (IndexAway e) {
            purged.addAll(all);
            log.warn("Purged documents leave the index when it is back: {}", e.getMessage());
            later();
        } catch (RuntimeException e) {
            log.error(
                    "Purged documents are not wholly out of the index; the next start ends it", e);
        }
    }

    /** The next start would end it too, but that may be far away. */
    private void later() {
        CompletableFuture.delayedExecutor(
                        WHILE_INDEX_IS_AWAY.toSeconds(), TimeUnit.SECONDS, erasing)
                .execute(this::eraseAll);
    }

    @Override
    public void destroy() {
        erasing.close();
    }
}
