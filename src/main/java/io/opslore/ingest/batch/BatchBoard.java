package io.opslore.ingest.batch;

import io.opslore.ingest.BatchId;
import io.opslore.library.SpaceId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** What passes too quickly for the database: bytes on their way, and who looks on. Thread-safe. */
@Component
public class BatchBoard {

    private final Map<BatchId, LongAdder> onTheirWay = new ConcurrentHashMap<>();
    private final Map<BatchId, Double> unpacked = new ConcurrentHashMap<>();
    private final Map<SpaceId, Set<Listener>> listeners = new ConcurrentHashMap<>();

    /**
     * Calls the action after every change of a batch of the space, on the thread that made it: it
     * must return at once.
     *
     * @return ends it when run; may be run twice
     */
    public Runnable subscribe(SpaceId space, Runnable action) {
        var listener = new Listener(action);
        listeners.computeIfAbsent(space, key -> ConcurrentHashMap.newKeySet()).add(listener);
        return () ->
                listeners.computeIfPresent(
                        space,
                        (key, those) -> {
                            those.remove(listener);
                            return those.isEmpty() ? null : those;
                        });
    }

    /** Something about a batch of this space has changed. */
    public void announce(SpaceId space) {
        listeners.getOrDefault(space, Set.of()).forEach(listener -> listener.action.run());
    }

    /** More bytes of a file came, or, negative, the file is through. */
    public void move(BatchId batch, SpaceId space, long bytes) {
        onTheirWay.computeIfAbsent(batch, key -> new LongAdder()).add(bytes);
        announce(space);
    }

    /** The bytes of files that have not wholly come. */
    public long onTheirWay(BatchId batch) {
        LongAdder bytes = onTheirWay.get(batch);
        return bytes == null ? 0 : bytes.sum();
    }

    /** How much of the present archive is behind, 0 to 1. */
    public double unpacked(BatchId batch) {
        return unpacked.getOrDefault(batch, 0.0);
    }

    void unpacked(BatchId batch, SpaceId space, double share) {
        unpacked.put(batch, share);
        announce(space);
    }

    /** Nothing is on its way any more. */
    public void forget(BatchId batch) {
        onTheirWay.remove(batch);
        unpacked.remove(batch);
    }

    /** Two subscriptions with the same action stay two. */
    private static final class Listener {

        private final Runnable action;

        private Listener(Runnable action) {
            this.action = action;
        }
    }
}
