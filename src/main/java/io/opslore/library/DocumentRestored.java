package io.opslore.library;

/** A document came back from the bin. Published in that transaction. */
public record DocumentRestored(DocumentId document) {}
