package io.opslore.library;

/**
 * The stored text of a revision was replaced by what other rules leave of it: whatever was made of
 * the old one may hold a secret. Published in the transaction that replaces it; who listens there
 * puts right what they keep, and reads the new text from {@link Revisions#text}.
 */
public record RevisionRemasked(DocumentId document, RevisionId revision) {}
