package io.opslore.retrieval;

import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.Hit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Fuses what the two arms found. Each arm's scores count from its worst hit on, in standard
 * deviations of what it found, and are weighted: an arm that is sure of its best hit can say so,
 * and one outlier does not push all others together. Ranks alone (RRF) would let an arm that cannot
 * read the question vote as loudly as one that can.
 *
 * <p>Where the words arm holds but few, what only the other one found counts there as nothing: a
 * name that stands in one document alone is a deviation of its own.
 */
final class Fusion {

    /** Scores that differ by rounding alone are equal. */
    private static final double LEAST_SPREAD = 1e-9;

    private Fusion() {}

    /**
     * The best first; equal ones in the order of their keys, so that a search can be repeated.
     *
     * @param few whether {@code words} are all that there are, and few
     * @param wordsWeight 0 to 1; the meaning arm has the rest
     */
    static List<Hit> fuse(List<Hit> words, boolean few, List<Hit> meaning, double wordsWeight) {
        Map<ChunkKey, Double> fused = new HashMap<>();
        add(words, few ? missing(words, meaning) : 0, wordsWeight, fused);
        add(meaning, 0, 1 - wordsWeight, fused);
        return fused.entrySet().stream()
                .map(entry -> new Hit(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingDouble(Hit::score)
                                .reversed()
                                .thenComparing(hit -> hit.chunk().revision().value())
                                .thenComparingInt(hit -> hit.chunk().ordinal()))
                .toList();
    }

    /** How many the second arm found that the first one did not. */
    private static long missing(List<Hit> first, List<Hit> second) {
        Set<ChunkKey> known = first.stream().map(Hit::chunk).collect(Collectors.toSet());
        return second.stream().filter(hit -> !known.contains(hit.chunk())).count();
    }

    /**
     * @param nothings how many others are known to score nothing
     */
    private static void add(
            List<Hit> hits, long nothings, double weight, Map<ChunkKey, Double> fused) {
        double[] scores =
                DoubleStream.concat(
                                hits.stream().mapToDouble(Hit::score),
                                DoubleStream.generate(() -> 0).limit(nothings))
                        .toArray();
        double mean = DoubleStream.of(scores).average().orElse(0);
        double worst = DoubleStream.of(scores).min().orElse(0);
        double spread =
                Math.sqrt(
                        DoubleStream.of(scores)
                                .map(score -> (score - mean) * (score - mean))
                                .average()
                                .orElse(0));
        for (Hit hit : hits) {
            double normalised = spread > LEAST_SPREAD ? (hit.score() - worst) / spread : 1;
            fused.merge(hit.chunk(), weight * normalised, Double::sum);
        }
    }
}
