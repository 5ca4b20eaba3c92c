package io.opslore.library;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has a space's supersession worked out soon after something in it has changed: on a thread of its
 * own, many changes at once, and for all spaces at start, since a crash may have come in between.
 */
@Component
class SupersessionWatch implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SupersessionWatch.class);
    private static final int ATTEMPTS = 3;

    private final Supersession supersession;
    private final DocumentRecords documents;
    private final SpaceRecords spaces;
    private final Set<SpaceId> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService working =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("supersession").factory());

    SupersessionWatch(Supersession supersession, DocumentRecords documents, SpaceRecords spaces) {
        this.supersession = supersession;
        this.documents = documents;
        this.spaces = spaces;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        spaces.findAll().forEach(space -> workOutSoon(new SpaceId(space.id)));
    }

    @EventListener
    void on(RevisionBecameCurrent event) {
        afterCommit(event.document());
    }

    @EventListener
    void on(DetailsChanged event) {
        afterCommit(event.document());
    }

    @EventListener
    void on(DocumentBinned event) {
        afterCommit(event.document());
    }

    @EventListener
    void on(DocumentRestored event) {
        afterCommit(event.document());
    }

    @EventListener
    void on(DocumentPurged event) {
        afterCommit(event.document());
    }

    /** The space is asked for now: after a purge nobody knows it. */
    private void afterCommit(DocumentId document) {
        UUID space = documents.findById(document.value()).map(found -> found.spaceId).orElse(null);
        if (space == null || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        workOutSoon(new SpaceId(space));
                    }
                });
    }

    private void workOutSoon(SpaceId space) {
        if (waiting.add(space)) {
            try {
                working.execute(() -> workOut(space));
            } catch (RejectedExecutionException e) {
                log.debug("Stopping; worked out at the next start", e);
            }
        }
    }

    private void workOut(SpaceId space) {
        // First, so that what changes from here on is looked at once more.
        waiting.remove(space);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                supersession.workOut(space);
                return;
            } catch (RuntimeException e) {
                // Somebody purged a document that was just being written down, for instance.
                log.warn("Supersession not worked out, attempt {}: {}", attempt, e.toString());
            }
        }
    }

    @Override
    public void destroy() {
        working.shutdownNow();
        working.close();
    }
}
