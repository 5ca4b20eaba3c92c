package io.opslore.sources;

import io.opslore.library.Maintenance;
import io.opslore.sources.SyncRows.Run;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Begins syncs that are due. Every portal does so by itself: the database gives each source to one
 * of them at a time.
 */
@Component
@Profile(Maintenance.NOT_THEN)
class SyncSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SyncSchedule.class);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);
    private static final int CONFIRMATIONS = 4;

    private final SyncRows rows;
    private final Sync sync;
    private final SourcesSettings settings;
    private final Semaphore free;
    private volatile @Nullable Hands hands;

    SyncSchedule(SyncRows rows, Sync sync, SourcesSettings settings) {
        this.rows = rows;
        this.sync = sync;
        this.settings = settings;
        free = new Semaphore(settings.atOnce());
    }

    /** The clock, and who works. */
    private record Hands(ScheduledExecutorService clock, ExecutorService workers) {}

    @Override
    public void start() {
        var started =
                new Hands(
                        Executors.newSingleThreadScheduledExecutor(
                                Thread.ofVirtual().name("sources").factory()),
                        Executors.newThreadPerTaskExecutor(
                                Thread.ofVirtual().name("sync-", 1).factory()));
        hands = started;
        long pause = settings.poll().toMillis();
        started.clock()
                .scheduleWithFixedDelay(() -> look(started), pause, pause, TimeUnit.MILLISECONDS);
    }

    private void look(Hands now) {
        try {
            while (free.tryAcquire()) {
                Optional<Run> due = claim();
                if (due.isEmpty()) {
                    return;
                }
                begin(due.get(), now);
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping", e);
        } catch (RuntimeException e) {
            LOG.warn("Which sources are due is not known, asked again in {}", settings.poll(), e);
        }
    }

    private Optional<Run> claim() {
        Optional<Run> due = Optional.empty();
        try {
            due = rows.claim();
            return due;
        } finally {
            if (due.isEmpty()) {
                free.release();
            }
        }
    }

    private void begin(Run run, Hands now) {
        now.workers()
                .execute(() -> {
                    Thread worker = Thread.currentThread();
                    long pause = settings.hold().toMillis() / CONFIRMATIONS;
                    ScheduledFuture<?> confirming =
                            now.clock()
                                    .scheduleWithFixedDelay(
                                            () -> confirm(run, worker),
                                            pause,
                                            pause,
                                            TimeUnit.MILLISECONDS);
                    try {
                        sync.run(run);
                    } finally {
                        confirming.cancel(false);
                        free.release();
                    }
                });
    }

    private void confirm(Run run, Thread worker) {
        try {
            if (!rows.confirm(run)) {
                worker.interrupt();
            }
        } catch (RuntimeException e) {
            LOG.debug("The database does not hear that a sync goes on", e);
        }
    }

    /** Syncs end between two files, and another portal or the next start goes on. */
    @Override
    public void stop() {
        Hands stopping = hands;
        hands = null;
        if (stopping == null) {
            return;
        }
        stopping.workers().shutdownNow();
        try {
            if (!stopping.workers()
                    .awaitTermination(PATIENCE_AT_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("A sync is left in the middle, and gone on with later");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopping.clock().shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return hands != null;
    }
}
