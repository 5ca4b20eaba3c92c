package io.opslore.library;

/** What happened to a document. */
public enum ChangeKind {
    ADDED,
    CHANGED,
    /** Put into the bin. */
    REMOVED
}
