package io.opslore.quality;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How good rankings are, as trec_eval counts it: a document gains its score (not a power of it),
 * discounted by the logarithm of its rank.
 *
 * @param ndcg10 gain of the first ten, as a share of what was possible
 * @param recall5 share of the relevant documents that is among the first five
 * @param recall20 the same among the first twenty
 * @param mrr one through the rank of the first relevant document
 */
public record Measures(double ndcg10, double recall5, double recall20, double mrr) {

    /** So many documents of a ranking are looked at. */
    public static final int DEPTH = 20;

    private static final int GAIN_DEPTH = 10;

    /**
     * @param judged what documents are worth
     * @param ranking documents, the best first, each once
     */
    static Measures of(Map<String, Integer> judged, List<String> ranking) {
        List<Integer> found =
                ranking.stream().limit(DEPTH).map(id -> judged.getOrDefault(id, 0)).toList();
        List<Integer> ideal = judged.values().stream().sorted(Comparator.reverseOrder()).toList();
        double possible = gain(ideal);
        return new Measures(
                possible == 0 ? 0 : gain(found) / possible,
                recall(found, ideal, 5),
                recall(found, ideal, 20),
                reciprocal(found));
    }

    static Measures mean(Collection<Measures> all) {
        return new Measures(
                mean(all, Measures::ndcg10),
                mean(all, Measures::recall5),
                mean(all, Measures::recall20),
                mean(all, Measures::mrr));
    }

    private static double mean(Collection<Measures> all, ToDoubleFunction<Measures> of) {
        return all.stream().mapToDouble(of).average().orElse(0);
    }

    private static double gain(List<Integer> scores) {
        double gain = 0;
        for (int rank = 0; rank < Math.min(GAIN_DEPTH, scores.size()); rank++) {
            gain += Math.max(0, scores.get(rank)) / (Math.log(rank + 2.0) / Math.log(2));
        }
        return gain;
    }

    private static double recall(List<Integer> found, List<Integer> all, int depth) {
        long relevant = all.stream().filter(score -> score > 0).count();
        long among = found.stream().limit(depth).filter(score -> score > 0).count();
        return relevant == 0 ? 0 : (double) among / relevant;
    }

    private static double reciprocal(List<Integer> found) {
        for (int rank = 0; rank < found.size(); rank++) {
            if (found.get(rank) > 0) {
                return 1.0 / (rank + 1);
            }
        }
        return 0;
    }
}
