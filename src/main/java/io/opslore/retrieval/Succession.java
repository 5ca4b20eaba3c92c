package io.opslore.retrieval;

import io.opslore.library.RevisionBecameCurrent;
import io.opslore.library.RevisionId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sees to it that a revision which becomes current can be found, and that the one it replaces stays
 * for as long as a search may still hold it. What a crash leaves undone is done by {@link
 * Reconciliation}.
 */
@Component
class Succession implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Succession.class);

    private final GenerationRecords generations;
    private final Belongings belongings;
    private final Removal removal;
    private final RetrievalSettings settings;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService sweeping =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("succession").factory());

    Succession(
            GenerationRecords generations,
            Belongings belongings,
            Removal removal,
            RetrievalSettings settings) {
        this.generations = generations;
        this.belongings = belongings;
        this.removal = removal;
        this.settings = settings;
    }

    /**
     * Within the flip's transaction. A step that indexed into a generation which has been replaced
     * since is refused here, and finds the new one when it is tried again.
     */
    @EventListener
    void flip(RevisionBecameCurrent event) {
        if (!belongings.holds(generations.lockActive(), event.revision())) {
            throw new IllegalStateException(
                    "Not in the index that answers now: " + event.revision());
        }
        belongings.markReplaced(event.document(), event.revision());
    }

    @TransactionalEventListener
    void flipped(RevisionBecameCurrent event) {
        if (event.previous() != null) {
            sweepLater();
        }
    }

    /** Forgets the revisions that nobody can be reading any more; says how many. */
    int sweep() {
        var replaced = belongings.replacedFor(settings.keepReplaced());
        for (RevisionId revision : replaced) {
            removal.remove(revision);
        }
        return replaced.size();
    }

    private void sweepLater() {
        if (due.compareAndSet(false, true)) {
            long pause = settings.keepReplaced().toMillis();
            sweeping.schedule(this::sweepAsLongAsNeeded, pause, TimeUnit.MILLISECONDS);
        }
    }

    private void sweepAsLongAsNeeded() {
        due.set(false);
        try {
            sweep();
            if (belongings.anyReplaced()) {
                sweepLater();
            }
        } catch (IndexAway e) {
            sweepLater();
        } catch (RuntimeException e) {
            log.warn("Replaced revisions stay in the index until the next start", e);
        }
    }

    @Override
    public void destroy() {
        sweeping.shutdownNow();
        sweeping.close();
    }
}
