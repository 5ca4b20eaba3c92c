package io.opslore.library;

import org.jspecify.annotations.Nullable;

/**
 * A revision answers from now on, in place of the previous one (null for a document's first).
 * Published after the flip.
 */
public record RevisionBecameCurrent(
        DocumentId document, RevisionId revision, @Nullable RevisionId previous) {}
