package io.opslore.library;

/** A document was put into the bin: nobody finds it any more. Published in that transaction. */
public record DocumentBinned(DocumentId document) {}
