package io.opslore.kit;

import io.opslore.kit.TextDiff.LinePair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of some removed lines became which of the lines that stand there now: those with the most
 * words in common, in order. What became nothing stands beside what came from nothing.
 */
final class LinePairing {

    /** Above this many combinations lines are paired as they come. */
    private static final int MOST_COMBINATIONS = 250_000;

    /** Lines that share fewer of their words are two lines, not one that was edited. */
    private static final double ALIKE = 0.4;

    /** Two blank lines belong together, but never at the cost of lines that say something. */
    private static final double BLANK = 0.1;

    private final List<Map<String, Integer>> before;
    private final List<Map<String, Integer>> after;
    private final List<LinePair> pairs = new ArrayList<>();
    private int left;
    private int right;

    private LinePairing(List<String> before, List<String> after) {
        boolean few = (long) before.size() * after.size() <= MOST_COMBINATIONS;
        this.before = few ? before.stream().map(LinePairing::words).toList() : List.of();
        this.after = few ? after.stream().map(LinePairing::words).toList() : List.of();
    }

    /** Pairs with line numbers that count from 1 within the lists. */
    static List<LinePair> of(List<String> before, List<String> after) {
        LinePairing pairing = new LinePairing(before, after);
        pairing.pairAlike();
        pairing.pairUpTo(before.size(), after.size());
        return List.copyOf(pairing.pairs);
    }

    /** Walks the best way through the table of all combinations. */
    private void pairAlike() {
        double[][] best = best();
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            double likeness = likeness(i, j);
            if (likeness > 0 && best[i][j] == best[i + 1][j + 1] + likeness) {
                pairUpTo(i, j);
                pairs.add(new LinePair(++i, ++j));
                left = i;
                right = j;
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    /** The most likeness that the lines from here on can have in sum. */
    private double[][] best() {
        double[][] best = new double[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                best[i][j] =
                        Math.max(
                                best[i + 1][j + 1] + likeness(i, j),
                                Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        return best;
    }

    private void pairUpTo(int leftEnd, int rightEnd) {
        while (left < leftEnd || right < rightEnd) {
            pairs.add(new LinePair(left < leftEnd ? ++left : 0, right < rightEnd ? ++right : 0));
        }
    }

    /** The share of common words from {@link #ALIKE} to 1; else 0. */
    private double likeness(int i, int j) {
        Map<String, Integer> one = before.get(i);
        Map<String, Integer> other = after.get(j);
        int all = size(one) + size(other);
        if (all == 0) {
            return BLANK;
        }
        int common = 0;
        for (Map.Entry<String, Integer> word : one.entrySet()) {
            common += Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0));
        }
        double share = 2.0 * common / all;
        return share < ALIKE ? 0 : share;
    }

    private static int size(Map<String, Integer> words) {
        return words.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> words(String line) {
        Map<String, Integer> words = new HashMap<>();
        String beginning = line.substring(0, Math.min(line.length(), DiffLine.LONGEST));
        for (String word : WordDiff.words(beginning)) {
            if (!word.isBlank()) {
                words.merge(word, 1, Integer::sum);
            }
        }
        return words;
    }
}
