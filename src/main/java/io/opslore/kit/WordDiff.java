package io.opslore.kit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What of two lines differs, word by word. What a reader sees as one character (an emoji, a letter
 * with its accents) is never split.
 *
 * @param before the earlier line in pieces
 * @param after the later line in pieces
 */
record WordDiff(List<Piece> before, List<Piece> after) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|\\s+|\\X");
    private static final long MOST_EFFORT = 500_000;

    /** The share of a line that must have stayed for the marks to say more than they hide. */
    private static final double ALIKE = 0.3;

    /** Some words of a line that are in both, or in only one. */
    record Piece(String text, boolean changed) {}

    /** Compares two lines. Where they have little in common, nothing of them is marked. */
    static WordDiff of(String before, String after) {
        List<String> left = words(before);
        List<String> right = words(after);
        Alignment alignment =
                Alignment.of(left, right, MOST_EFFORT).orElseGet(() -> middle(left, right));
        var marked =
                new WordDiff(
                        pieces(left, alignment.removed()), pieces(right, alignment.inserted()));
        return marked.isAlike() ? marked : new WordDiff(plain(before), plain(after));
    }

    /** A line by itself. */
    static List<Piece> plain(String line) {
        return line.isEmpty() ? List.of() : List.of(new Piece(line, false));
    }

    /** Where the two begin to differ; 0 where nothing is marked. */
    int firstDifference() {
        return Math.min(common(before), common(after));
    }

    /** Characters before the first mark; where the line has none, the other line decides. */
    private int common(List<Piece> pieces) {
        boolean marked = pieces.stream().anyMatch(Piece::changed);
        return !marked
                ? isMarked() ? Integer.MAX_VALUE : 0
                : length(pieces.stream().takeWhile(piece -> !piece.changed()).toList());
    }

    private boolean isMarked() {
        return before.stream().anyMatch(Piece::changed) || after.stream().anyMatch(Piece::changed);
    }

    private boolean isAlike() {
        return kept(before) + kept(after) >= ALIKE * (length(before) + length(after));
    }

    private static int kept(List<Piece> pieces) {
        return length(pieces.stream().filter(piece -> !piece.changed()).toList());
    }

    private static int length(List<Piece> pieces) {
        return pieces.stream().mapToInt(piece -> piece.text().length()).sum();
    }

    static List<String> words(String line) {
        return WORD.matcher(line).results().map(match -> match.group()).toList();
    }

    /** All but the common beginning and end. */
    private static Alignment middle(List<String> left, List<String> right) {
        int shorter = Math.min(left.size(), right.size());
        int start = 0;
        while (start < shorter && left.get(start).equals(right.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && left.get(left.size() - 1 - end).equals(right.get(right.size() - 1 - end))) {
            end++;
        }
        var removed = new BitSet();
        var inserted = new BitSet();
        removed.set(start, left.size() - end);
        inserted.set(start, right.size() - end);
        return new Alignment(removed, inserted);
    }

    private static List<Piece> pieces(List<String> words, BitSet changed) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean before = false;
        for (int i = 0; i < words.size(); i++) {
            boolean now = changed.get(i) || joins(words, changed, i);
            if (now != before && !text.isEmpty()) {
                pieces.add(new Piece(text.toString(), before));
                text.setLength(0);
            }
            before = now;
            text.append(words.get(i));
        }
        if (!text.isEmpty()) {
            pieces.add(new Piece(text.toString(), before));
        }
        return List.copyOf(pieces);
    }

    /** A blank between two changed words is marked with them: one change reads as one. */
    private static boolean joins(List<String> words, BitSet changed, int i) {
        return i > 0 && changed.get(i - 1) && changed.get(i + 1) && words.get(i).isBlank();
    }
}
