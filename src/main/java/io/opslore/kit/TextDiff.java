package io.opslore.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
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
        this.parts = DiffParts.of(before, after, alignment);
        this.removed = count(LinePair::before);
        this.added = count(LinePair::after);
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

    private int count(ToIntFunction<LinePair> side) {
        return parts.stream()
                .mapToInt(part ->
                        switch (part) {
                            case Part.Same same -> 0;
                            case Part.Changed changed ->
                                    (int)
                                            changed.lines().stream()
                                                    .filter(line -> side.applyAsInt(line) > 0)
                                                    .count();
                        })
                .sum();
    }

    /** The numbers of some lines that both texts have, as pairs. */
    static List<LinePair> same(int before, int after, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new LinePair(before + i, after + i))
                .toList();
    }
}
