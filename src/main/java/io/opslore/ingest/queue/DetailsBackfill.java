package io.opslore.ingest.queue;

import io.opslore.ingest.extract.DetailsFinder;
import io.opslore.library.Document;
import io.opslore.library.Maintenance;
import io.opslore.library.NotFound;
import io.opslore.library.RevisionId;
import io.opslore.library.Revisions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Finds the details of documents that were taken in before there were any, behind the start and
 * from their stored texts. What a stop leaves undone is done after the next start.
 */
@Component
@Profile(Maintenance.NOT_THEN)
class DetailsBackfill implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DetailsBackfill.class);
    private static final int BATCH = 100;

    private final Revisions revisions;
    private volatile @Nullable Thread running;
    private volatile boolean stopping;

    DetailsBackfill(Revisions revisions) {
        this.revisions = revisions;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        running = Thread.ofVirtual().name("details-backfill").start(this::run);
    }

    private void run() {
        try {
            int done = fill();
            if (done > 0) {
                LOG.info("Details found for {} documents that had none", done);
            }
        } catch (RuntimeException e) {
            LOG.warn("Details are not complete; tried again at the next start", e);
        }
    }

    private int fill() {
        int done = 0;
        List<RevisionId> batch = revisions.withoutDetails(Optional.empty(), BATCH);
        while (!batch.isEmpty() && !stopping) {
            batch.forEach(this::fill);
            done += batch.size();
            batch = revisions.withoutDetails(Optional.of(batch.getLast()), BATCH);
        }
        return done;
    }

    private void fill(RevisionId id) {
        if (stopping) {
            return;
        }
        try {
            Document document = revisions.documentOf(id);
            revisions
                    .text(id)
                    .ifPresent(text ->
                            revisions.addDetails(id, DetailsFinder.find(document.path(), text)));
        } catch (NotFound e) {
            LOG.debug("Purged meanwhile: {}", id);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        Thread started = running;
        if (started != null) {
            started.join();
        }
    }
}
