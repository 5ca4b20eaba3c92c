package io.opslore.ingest.queue;

import io.opslore.ingest.extract.SecretMasking;
import io.opslore.library.Maintenance;
import io.opslore.library.Remasks;
import io.opslore.library.RevisionId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
 * Looks behind the start, and from then on every minute, for texts that were stored before there
 * was masking or under other rules, and masks them again. What is due stands in the database, so
 * what a stop leaves undone is done after the next start. Thread-safe.
 */
@Component
@Profile(Maintenance.NOT_THEN)
public class MaskBackfill implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MaskBackfill.class);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final int BATCH = 20;

    private final Remasks remasks;
    private final RemaskStep step;
    private final SecretMasking masking;
    private final Semaphore wish = new Semaphore(0);
    private volatile boolean busy;
    private volatile @Nullable String problem;
    private volatile @Nullable Thread running;

    MaskBackfill(Remasks remasks, RemaskStep step, SecretMasking masking) {
        this.remasks = remasks;
        this.step = step;
        this.masking = masking;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        running = Thread.ofVirtual().name("mask-backfill").start(this::keepLooking);
    }

    /** Looks at once. */
    public void wake() {
        wish.release();
    }

    public boolean isBusy() {
        return busy;
    }

    /** Why the last look ended early; null where it did not. */
    public @Nullable String problem() {
        return problem;
    }

    /** How many texts wait to be masked under the rules in force. */
    public int left() {
        return remasks.due(masking.version());
    }

    private void keepLooking() {
        try {
            while (true) {
                wish.drainPermits();
                look();
                wish.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            int done = maskAll(masking.version());
            if (done > 0) {
                LOG.info("{} texts masked again under the rules in force", done);
            }
            problem = null;
        } catch (IOException | RuntimeException e) {
            problem = e.toString();
            LOG.warn("Not all texts are masked under the rules in force; tried again soon", e);
        } finally {
            busy = false;
        }
    }

    private int maskAll(String version) throws InterruptedException, IOException {
        int done = 0;
        List<RevisionId> batch = remasks.due(version, Optional.empty(), BATCH);
        while (!batch.isEmpty()) {
            busy = true;
            step.run(batch, version);
            done += batch.size();
            batch = remasks.due(version, Optional.of(batch.getLast()), BATCH);
        }
        return done;
    }

    @Override
    public void destroy() throws InterruptedException {
        Thread started = running;
        if (started != null) {
            started.interrupt();
            started.join();
        }
    }
}
