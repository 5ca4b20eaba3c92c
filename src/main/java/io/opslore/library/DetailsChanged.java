package io.opslore.library;

/** A document's details are other ones. Published in that transaction. */
public record DetailsChanged(DocumentId document) {}
