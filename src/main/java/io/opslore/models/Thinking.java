package io.opslore.models;

/** What becomes of a reasoning model's thoughts. */
public enum Thinking {
    /** The model is asked not to think; what it thinks all the same is dropped. */
    OFF,
    /** Kept above the answer, closed until somebody opens them. */
    FOLDED,
    /** Kept above the answer, open. */
    SHOWN
}
