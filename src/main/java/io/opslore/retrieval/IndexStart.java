package io.opslore.retrieval;

import io.opslore.library.Maintenance;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is done for the indexes at every start, while the portal answers: forgotten revisions leave,
 * every index is brought to what PostgreSQL says, and then building goes on. It is done again when
 * an engine loses an index later. A stop cuts it short; the next start does the rest.
 */
@Component
@Profile(Maintenance.NOT_THEN)
public class IndexStart implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(IndexStart.class);

    /** A text that was taken back may come again. */
    private static final int DAYS_UNUSED = 30;

    private static final Duration WHILE_INDEX_IS_AWAY = Duration.ofSeconds(5);

    /** A loss that no search has found by then is found all the same. */
    private static final Duration WATCH = Duration.ofSeconds(30);

    private final Generations generations;
    private final Reconciliation reconciliation;
    private final Succession succession;
    private final VectorRecords vectors;
    private final Building building;
    private final CountDownLatch attempted = new CountDownLatch(1);
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean stopping;
    private volatile @Nullable Thread running;

    IndexStart(
            Generations generations,
            Reconciliation reconciliation,
            Succession succession,
            VectorRecords vectors,
            Building building) {
        this.generations = generations;
        this.reconciliation = reconciliation;
        this.succession = succession;
        this.vectors = vectors;
        this.building = building;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        generations.onLoss(woken::release);
        running = Thread.ofVirtual().name("index-start").start(this::keepInOrder);
    }

    /**
     * Waits until the indexes are what PostgreSQL says, or cannot be asked; for a portal that is
     * started only to end soon.
     */
    public void join() throws InterruptedException {
        if (running != null) {
            attempted.await();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        woken.release();
        reconciliation.destroy();
        Thread started = running;
        if (started != null) {
            started.join();
        }
    }

    private void keepInOrder() {
        try {
            while (!stopping) {
                bringInOrder();
                awaitTrouble();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitTrouble() throws InterruptedException {
        boolean calm = true;
        while (calm && !stopping) {
            calm = !woken.tryAcquire(WATCH.toMillis(), TimeUnit.MILLISECONDS) && isWell();
        }
        woken.drainPermits();
    }

    private boolean isWell() {
        try {
            return generations.away().isEmpty();
        } catch (RuntimeException e) {
            log.debug("The index could not be looked at", e);
            return true;
        }
    }

    private void bringInOrder() throws InterruptedException {
        while (!stopping) {
            try {
                bringInOrderNow();
                return;
            } catch (IndexAway e) {
                if (attempted.getCount() > 0) {
                    log.warn("The index is brought in order when it is back: {}", e.getMessage());
                }
            } finally {
                attempted.countDown();
            }
            woken.tryAcquire(WHILE_INDEX_IS_AWAY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void bringInOrderNow() {
        try {
            int forgotten = succession.sweep();
            generations.inEach(generation -> {
                Reconciliation.Repaired repaired = reconciliation.reconcile(generation);
                log.info(
                        "Index generation {} reconciled: {} revisions filled in, {} removed",
                        generation.id().value(),
                        repaired.filled(),
                        forgotten + repaired.removed());
            });
            vectors.dropUnused(DAYS_UNUSED);
            building.start();
        } catch (IndexAway e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("The index could not be brought in order; it is tried at the next start", e);
        }
    }
}
