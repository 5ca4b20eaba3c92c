package io.opslore.sources;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sync would do now.
 *
 * @param version what was read
 * @param counts how many of each
 * @param items the first of them
 */
public record SourcePlan(String version, Map<Fate, Integer> counts, List<Item> items) {

    /** So many are told. */
    public static final int MOST = 200;

    public SourcePlan {
        counts = Map.copyOf(counts);
        items = List.copyOf(items);
    }

    /** How many have this fate. */
    public int count(Fate fate) {
        return counts.getOrDefault(fate, 0);
    }

    /** What becomes of a file. */
    public enum Fate {
        ADDED,
        CHANGED,
        MOVED,
        REMOVED,
        PASSED_OVER
    }

    /**
     * One file.
     *
     * @param path where its document is or would be
     * @param from where it was; empty unless it moved
     * @param reason why it is passed over, else null
     */
    public record Item(Fate fate, String path, String from, @Nullable PassedOver reason) {}
}
