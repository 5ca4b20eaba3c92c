package io.opslore.retrieval;

import io.opslore.library.RevisionBecameCurrent;
import io.opslore.library.RevisionId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Forgets the revisions that a new one has replaced. On a thread of its own, since the publisher's
 * transaction is still being closed; what a crash leaves undone is done by {@link Reconciliation}.
 */
@Component
class Succession implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Succession.class);

    private final ChunkRecords chunks;
    private final IndexContents contents;
    private final ExecutorService forgetting =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("succession").factory());

    Succession(ChunkRecords chunks, IndexContents contents) {
        this.chunks = chunks;
        this.contents = contents;
    }

    @TransactionalEventListener
    void on(RevisionBecameCurrent event) {
        forgetting.execute(() -> forgetOlderThan(event));
    }

    private void forgetOlderThan(RevisionBecameCurrent event) {
        try {
            for (RevisionId older : chunks.olderThan(event.document(), event.revision())) {
                contents.remove(older);
            }
        } catch (RuntimeException e) {
            log.warn("Replaced revisions stay in the index until the next start", e);
        }
    }

    @Override
    public void destroy() {
        forgetting.close();
    }
}
