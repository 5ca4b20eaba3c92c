package io.opslore.library;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Empties the bin in time. Every portal does so by itself: each document is locked and looked at
 * again before it is purged, so that two of them only share the work.
 */
@Component
@Profile(Maintenance.NOT_THEN)
class BinSchedule implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BinSchedule.class);

    private final Bin bin;
    private final LibrarySettings settings;
    private volatile @Nullable ScheduledExecutorService turns;

    BinSchedule(Bin bin, LibrarySettings settings) {
        this.bin = bin;
        this.settings = settings;
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("bin").factory());
        long pause = settings.purgeEvery().toMillis();
        started.scheduleWithFixedDelay(this::purge, 0, pause, TimeUnit.MILLISECONDS);
        turns = started;
    }

    private void purge() {
        try {
            int purged = bin.purgeExpired();
            if (purged > 0) {
                log.info("{} documents purged whose time in the bin was up", purged);
            }
        } catch (RuntimeException e) {
            log.warn("The bin is not emptied, tried again in {}", settings.purgeEvery(), e);
        }
    }

    /** Waits for the document at hand. */
    @Override
    public void stop() {
        ScheduledExecutorService running = turns;
        if (running != null) {
            running.shutdownNow();
            running.close();
        }
        turns = null;
    }

    @Override
    public boolean isRunning() {
        return turns != null;
    }
}
