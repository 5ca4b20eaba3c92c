package io.opslore.library;

import org.jspecify.annotations.Nullable;

/** A document with what its current revision says. */
record DecisionText(DocumentEntity document, @Nullable RevisionDetailsEntity found) {}
