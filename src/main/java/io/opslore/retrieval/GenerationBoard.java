package io.opslore.retrieval;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Tells those who listen that generations have changed, not more often than eyes can follow. */
@Component
class GenerationBoard implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(GenerationBoard.class);
    private static final Duration RHYTHM = Duration.ofMillis(500);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService herald =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("index-progress").factory());

    /**
     * Calls the listener after every change until the result is run. One that throws is dropped.
     */
    Runnable subscribe(Runnable action) {
        var listener = new Listener(action);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Returns at once. */
    void announce() {
        if (!listeners.isEmpty() && !herald.isShutdown() && due.compareAndSet(false, true)) {
            herald.schedule(this::tell, RHYTHM.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void tell() {
        due.set(false);
        for (Listener listener : listeners) {
            try {
                listener.action.run();
            } catch (RuntimeException e) {
                log.debug("Dropping a listener that failed", e);
                listeners.remove(listener);
            }
        }
    }

    @Override
    public void destroy() {
        herald.shutdownNow();
    }

    /** Two subscriptions with the same action stay two. */
    private static final class Listener {

        private final Runnable action;

        private Listener(Runnable action) {
            this.action = action;
        }
    }
}
