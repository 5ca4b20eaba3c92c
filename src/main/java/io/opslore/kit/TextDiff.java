package io.opslore.kit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What differs between two texts, line by line. Immutable. */
public final class TextDiff {

    /** More than this nobody reads as a comparison, and the server should not hold it twice. */
    static final int MOST_LINES = 250_000;

    static final long MOST_CHARACTERS = 20_000_000;
    private static final long MOST_EFFORT = 60_000_000;

    private final List<String> before;
    private final List<String> after;
    private final List<Part> parts;
    private final int removed;
    private final int added;

    /** A part of the comparison; lines are counted from 1. */
    sealed interface Part {

        /** Lines that both texts have. */
        record Same(int before, int after, int count) implements Part {}

        /** Lines of either that the other does not have there. */
        record Changed(List<LinePair> lines) implements Part {}
    }

    /**
     * Two lines that stand beside each other.
     *
     * @param before line number, or 0 where there is none
     * @param after line number, or 0 where there is none
     */
    record LinePair(int before, int after) {

        boolean isBoth() {
            return before > 0 && after > 0;
        }
    }

    private TextDiff(List<String> before, List<String> after, Alignment alignment) {
        this.before = before;
        this.after = after;
        this.removed = alignment.removed().cardinality();
        this.added = alignment.inserted().cardinality();
        this.parts = parts(alignment);
    }

    /**
     * Compares two texts. How a line ends, and whether the last one ends at all, does not count.
     *
     * @return empty where they are too large or too different to compare in reasonable time
     */
    public static Optional<TextDiff> of(List<String> before, List<String> after) {
        List<String> left = withoutEnds(before);
        List<String> right = withoutEnds(after);
        if (isTooMuch(left) || isTooMuch(right)) {
            return Optional.empty();
        }
        return Alignment.of(left, right, MOST_EFFORT)
                .map(alignment -> new TextDiff(left, right, alignment));
    }

    /** How many lines only the later text has. */
    public int added() {
        return added;
    }

    /** How many lines only the earlier text has. */
    public int removed() {
        return removed;
    }

    /** Whether no line differs. */
    public boolean isSame() {
        return added == 0 && removed == 0;
    }

    List<Part> parts() {
        return parts;
    }

    String before(int line) {
        return before.get(line - 1);
    }

    String after(int line) {
        return after.get(line - 1);
    }

    private static List<String> withoutEnds(List<String> lines) {
        boolean endsWithLineEnd = !lines.isEmpty() && lines.getLast().isEmpty();
        return lines.subList(0, lines.size() - (endsWithLineEnd ? 1 : 0)).stream()
                .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                .toList();
    }

    private static boolean isTooMuch(List<String> lines) {
        return lines.size() > MOST_LINES
                || lines.stream().mapToLong(String::length).sum() > MOST_CHARACTERS;
    }

    private List<Part> parts(Alignment alignment) {
        List<Part> found = new ArrayList<>();
        int left = 0;
        int right = 0;
        while (left < before.size() || right < after.size()) {
            int same = sameFrom(left, right, alignment);
            if (same > 0) {
                found.add(new Part.Same(left + 1, right + 1, same));
                left += same;
                right += same;
            } else {
                int leftEnd = changedEnd(alignment.removed(), left, before.size());
                int rightEnd = changedEnd(alignment.inserted(), right, after.size());
                found.add(new Part.Changed(pairs(left, leftEnd, right, rightEnd)));
                left = leftEnd;
                right = rightEnd;
            }
        }
        return List.copyOf(found);
    }

    private int sameFrom(int left, int right, Alignment alignment) {
        int leftEnd = sameEnd(alignment.removed(), left, before.size());
        int rightEnd = sameEnd(alignment.inserted(), right, after.size());
        return Math.min(leftEnd - left, rightEnd - right);
    }

    private static int sameEnd(BitSet changed, int from, int size) {
        int next = changed.nextSetBit(from);
        return next < 0 ? size : next;
    }

    private static int changedEnd(BitSet changed, int from, int size) {
        return Math.min(size, changed.nextClearBit(from));
    }

    private List<LinePair> pairs(int left, int leftEnd, int right, int rightEnd) {
        return LinePairing.of(before.subList(left, leftEnd), after.subList(right, rightEnd))
                .stream()
                .map(pair ->
                        new LinePair(
                                pair.before() == 0 ? 0 : pair.before() + left,
                                pair.after() == 0 ? 0 : pair.after() + right))
                .toList();
    }

    /** The numbers of some lines that both texts have, as pairs. */
    static List<LinePair> same(int before, int after, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new LinePair(before + i, after + i))
                .toList();
    }
}
