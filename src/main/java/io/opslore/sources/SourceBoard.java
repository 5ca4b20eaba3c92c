package io.opslore.sources;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Tells pages that something has changed about sources, within a second or two, whichever portal
 * has done it; asks the database only while somebody looks on. Thread-safe.
 */
@Component
class SourceBoard implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SourceBoard.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SyncStates rows;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService turns =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("sources-board").factory());
    private List<String> known = List.of();

    SourceBoard(SyncStates rows) {
        this.rows = rows;
        turns.scheduleWithFixedDelay(
                this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Until the result is run. */
    Runnable subscribe(Runnable action) {
        var listener = new Listener(action);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void look() {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            List<String> now = rows.mark();
            if (!now.equals(known)) {
                known = now;
                listeners.forEach(this::tell);
            }
        } catch (RuntimeException e) {
            LOG.debug("Where sources stand is not known", e);
        }
    }

    private void tell(Listener listener) {
        try {
            listener.action.run();
        } catch (RuntimeException e) {
            LOG.debug("Dropping a listener that failed", e);
            listeners.remove(listener);
        }
    }

    @Override
    public void destroy() {
        turns.shutdownNow();
    }

    /** Two subscriptions with the same action stay two. */
    private static final class Listener {

        private final Runnable action;

        private Listener(Runnable action) {
            this.action = action;
        }
    }
}
