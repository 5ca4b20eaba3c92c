package io.opslore.retrieval;

/** Where an index generation stands in its life. */
public enum GenerationState {
    /** Filled beside the one that answers, and put in its place when it holds everything. */
    BUILDING,
    /** The one that answers. There is exactly one. */
    ACTIVE,
    /** Was replaced; kept for a while, so that a person can go back to it. */
    RETIRED,
    /** Its index and all derived rows are gone; what remains is that it once was. */
    DROPPED
}
