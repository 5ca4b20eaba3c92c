package io.opslore.retrieval;

import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.Hit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fuses what the two arms found. Each arm's scores count from its worst hit on, in standard
 * deviations of what it found, and are weighted: an arm that is sure of its best hit can say so,
 * and one outlier does not push all others together. Ranks alone (RRF) would let an arm that cannot
 * read the question vote as loudly as one that can.
 */
final class Fusion {

    /** Scores that differ by rounding alone are equal. */
    private static final double LEAST_SPREAD = 1e-9;

    private Fusion() {}

    /**
     * The best first; equal ones in the order of their keys, so that a search can be repeated.
     *
     * @param wordsWeight 0 to 1; the meaning arm has the rest
     */
    static List<Hit> fuse(List<Hit> words, List<Hit> meaning, double wordsWeight) {
        Map<ChunkKey, Double> fused = new HashMap<>();
        add(words, wordsWeight, fused);
        add(meaning, 1 - wordsWeight, fused);
        return fused.entrySet().stream()
                .map(entry -> new Hit(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingDouble(Hit::score)
                                .reversed()
                                .thenComparing(hit -> hit.chunk().revision().value())
                                .thenComparingInt(hit -> hit.chunk().ordinal()))
                .toList();
    }

    private static void add(List<Hit> hits, double weight, Map<ChunkKey, Double> fused) {
        double mean = hits.stream().mapToDouble(Hit::score).average().orElse(0);
        double worst = hits.stream().mapToDouble(Hit::score).min().orElse(0);
        double spread =
                Math.sqrt(
                        hits.stream()
                                .mapToDouble(hit -> (hit.score() - mean) * (hit.score() - mean))
                                .average()
                                .orElse(0));
        for (Hit hit : hits) {
            double normalised = spread > LEAST_SPREAD ? (hit.score() - worst) / spread : 1;
            fused.merge(hit.chunk(), weight * normalised, Double::sum);
        }
    }
}
