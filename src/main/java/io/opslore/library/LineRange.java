package io.opslore.library;

/** Lines of a revision's text, both ends included, counted from 1. */
public record LineRange(int first, int last) {

    public LineRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("Not a line range: %d-%d".formatted(first, last));
        }
    }

    /** Whether the two share a line. */
    public boolean overlaps(LineRange other) {
        return first <= other.last && other.first <= last;
    }

    /** {@code L10-L20}, or {@code L10} for a single line: the form used in links. */
    public String fragment() {
        return first == last ? "L" + first : "L" + first + "-L" + last;
    }
}
