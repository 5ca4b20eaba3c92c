package io.opslore.library;

import java.util.UUID;

/** Identifies one immutable revision of a document. */
public record RevisionId(UUID value) {}
