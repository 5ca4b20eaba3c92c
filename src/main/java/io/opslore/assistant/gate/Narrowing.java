package io.opslore.assistant.gate;

import io.opslore.library.LineRange;
import io.opslore.retrieval.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the lines of a passage that bear a sentence out, where that is clear. */
final class Narrowing {

    private static final int SHORT_PASSAGE = 3;
    private static final int LONGEST_CODE = 15;

    /** The share of the sentence's terms that the passage must hold at all. */
    private static final double ENOUGH = 0.4;

    /** The share of what the passage holds that the lines must hold. */
    private static final double MOST = 0.75;

    private final Passage passage;
    private final List<String> lines;
    private final Map<String, List<Integer>> linesHolding = new HashMap<>();

    Narrowing(Passage passage) {
        this.passage = passage;
        this.lines = List.of(passage.text().split("\n", -1));
    }

    /** Empty where no few lines stand out. */
    Optional<LineRange> to(String sentence) {
        Terms terms = Terms.of(Sentences.MARKER.matcher(sentence).replaceAll(" "));
        Map<String, List<Integer>> held = held(terms);
        if (lines.size() <= SHORT_PASSAGE
                || held.size() < 2
                || held.size() < ENOUGH * terms.size()) {
            return Optional.empty();
        }
        int[] window = smallestWindow(held);
        return window[1] - window[0] + 1 > lines.size() / 2
                ? Optional.empty()
                : Optional.of(range(wholeCode(window)));
    }

    private Map<String, List<Integer>> held(Terms terms) {
        var held = new HashMap<String, List<Integer>>();
        for (String term : terms.all()) {
            List<Integer> at = linesHolding.computeIfAbsent(term, this::linesOf);
            if (!at.isEmpty()) {
                held.put(term, at);
            }
        }
        return held;
    }

    private List<Integer> linesOf(String term) {
        var at = new ArrayList<Integer>();
        for (int line = 0; line < lines.size(); line++) {
            if (Terms.wordsOf(lines.get(line)).stream()
                    .anyMatch(word -> Terms.isSame(term, word))) {
                at.add(line);
            }
        }
        return at;
    }

    /** A term that stands in few lines weighs more than one that is everywhere. */
    private int[] smallestWindow(Map<String, List<Integer>> held) {
        double wanted = MOST * held.values().stream().mapToDouble(at -> 1.0 / at.size()).sum();
        int[] best = {0, lines.size() - 1};
        double bestWeight = 0;
        for (int first = 0; first < lines.size(); first++) {
            for (int last = first; last < lines.size(); last++) {
                int length = last - first;
                if (length > best[1] - best[0]) {
                    break;
                }
                double weight = weight(held, first, last);
                if (weight >= wanted && (length < best[1] - best[0] || weight > bestWeight)) {
                    best = new int[] {first, last};
                    bestWeight = weight;
                    break;
                }
            }
        }
        return best;
    }

    private static double weight(Map<String, List<Integer>> held, int first, int last) {
        return held.values().stream()
                .filter(at -> at.stream().anyMatch(line -> line >= first && line <= last))
                .mapToDouble(at -> 1.0 / at.size())
                .sum();
    }

    /** A command is quoted with the block it stands in. */
    private int[] wholeCode(int[] window) {
        for (int[] code : fences()) {
            boolean touches = window[0] <= code[1] && code[0] <= window[1];
            if (touches && code[1] - code[0] < LONGEST_CODE) {
                return new int[] {Math.min(window[0], code[0]), Math.max(window[1], code[1])};
            }
        }
        return window;
    }

    private List<int[]> fences() {
        var fences = new ArrayList<int[]>();
        int open = -1;
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).strip().matches("(?:```|~~~).*")) {
                if (open >= 0) {
                    fences.add(new int[] {open, line});
                }
                open = open >= 0 ? -1 : line;
            }
        }
        return fences;
    }

    private LineRange range(int[] window) {
        int offset = passage.lines().first();
        return new LineRange(offset + window[0], offset + window[1]);
    }
}
