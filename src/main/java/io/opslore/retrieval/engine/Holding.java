package io.opslore.retrieval.engine;

/** How much of a revision an index really holds. */
public record Holding(int chunks, int windows) {

    /** Nothing at all. */
    public static final Holding NONE = new Holding(0, 0);

    /** Both together. */
    public Holding plus(Holding other) {
        return new Holding(chunks + other.chunks, windows + other.windows);
    }
}
