package io.opslore.library;

/** What a document is for; guessed when it is taken in, and correctable. */
public enum DocumentKind {
    RUNBOOK,
    ADR,
    RFC,
    MANIFEST,
    PIPELINE,
    LOG,
    OTHER
}
