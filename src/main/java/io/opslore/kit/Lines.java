package io.opslore.kit;

/** Lines of a text, both ends included, counted from 1. */
public record Lines(int first, int last) {

    public Lines {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("Not a line range: %d-%d".formatted(first, last));
        }
    }

    /** Whether the two share a line. */
    public boolean overlaps(Lines other) {
        return first <= other.last && other.first <= last;
    }

    /** Whether the line lies within. */
    public boolean contains(int line) {
        return first <= line && line <= last;
    }
}
