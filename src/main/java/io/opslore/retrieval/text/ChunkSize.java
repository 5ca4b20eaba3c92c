package io.opslore.retrieval.text;

/**
 * How large chunks are, in estimated tokens of a usual chat model.
 *
 * @param min from here on a heading begins a new chunk
 * @param max never exceeded, except by a single line that is longer, and by the headings that stay
 *     with a whole block
 */
public record ChunkSize(int min, int max) {

    public ChunkSize {
        if (min < 1 || max < min) {
            throw new IllegalArgumentException("Not a chunk size: %d-%d".formatted(min, max));
        }
    }

    /** From here on any block begins a new chunk. */
    int enough() {
        return (min + max) / 2;
    }

    /** The grain in which running text is packed. */
    int fine() {
        return Math.max(1, min / 4);
    }
}
