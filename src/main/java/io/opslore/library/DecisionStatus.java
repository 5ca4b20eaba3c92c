package io.opslore.library;

/** Where a decision record stands, by its own words or its successor's. */
public enum DecisionStatus {
    PROPOSED,
    ACCEPTED,
    REJECTED,
    DEPRECATED,
    SUPERSEDED
}
