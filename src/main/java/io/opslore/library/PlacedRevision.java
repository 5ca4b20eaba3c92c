package io.opslore.library;

import org.jspecify.annotations.Nullable;

/** A revision, its document, and that one's current revision. */
record PlacedRevision(
        RevisionEntity revision, DocumentEntity document, @Nullable RevisionEntity current) {}
