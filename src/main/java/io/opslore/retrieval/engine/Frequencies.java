package io.opslore.retrieval.engine;

import java.util.Map;

/**
 * How common terms are.
 *
 * @param chunks chunks in the index
 * @param holding for each term how many chunks hold it
 */
public record Frequencies(long chunks, Map<String, Long> holding) {

    public Frequencies {
        holding = Map.copyOf(holding);
    }

    /** The weight of a term by its rarity, always above 0. */
    public double rarity(String term) {
        long with = Math.min(holding.getOrDefault(term, 0L), chunks);
        return Math.log(1 + (chunks - with + 0.5) / (with + 0.5));
    }

    /** Whether any chunk holds the term. */
    public boolean knows(String term) {
        return holding.getOrDefault(term, 0L) > 0;
    }
}
