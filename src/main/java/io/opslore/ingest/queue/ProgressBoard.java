package io.opslore.ingest.queue;

import io.opslore.ingest.IngestProgress;
import io.opslore.library.SpaceId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Hands progress to those who listen, in the order in which it was made, on one thread of its own:
 * a slow listener delays other listeners, never the work. Thread-safe.
 */
@Component
public class ProgressBoard implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressBoard.class);

    private final Map<SpaceId, List<Listener>> listeners = new ConcurrentHashMap<>();
    private final ExecutorService herald =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("ingest-progress").factory());

    /** Calls the listener with every later announcement for the space, until the result is run. */
    public Runnable subscribe(SpaceId space, Consumer<IngestProgress> action) {
        var listener = new Listener(action);
        listeners.computeIfAbsent(space, key -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> drop(space, listener);
    }

    /** Spaces that somebody listens for. */
    Set<SpaceId> watched() {
        return Set.copyOf(listeners.keySet());
    }

    /** Returns at once. */
    void announce(IngestProgress progress) {
        if (listeners.containsKey(progress.space()) && !herald.isShutdown()) {
            herald.execute(() -> tell(progress));
        }
    }

    private void tell(IngestProgress progress) {
        for (Listener listener : listeners.getOrDefault(progress.space(), List.of())) {
            try {
                listener.action.accept(progress);
            } catch (RuntimeException e) {
                LOG.debug("Dropping a progress listener that failed", e);
                drop(progress.space(), listener);
            }
        }
    }

    private void drop(SpaceId space, Listener listener) {
        listeners.computeIfPresent(
                space,
                (key, those) -> {
                    those.remove(listener);
                    return those.isEmpty() ? null : those;
                });
    }

    @Override
    public void destroy() {
        herald.shutdown();
    }

    /** Two subscriptions with the same action stay two. */
    private static final class Listener {

        private final Consumer<IngestProgress> action;

        private Listener(Consumer<IngestProgress> action) {
            this.action = action;
        }
    }
}
