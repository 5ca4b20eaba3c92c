package io.opslore.library;

import java.util.UUID;

/** Identifies a document: a stable (space, source, path), whatever its revisions hold. */
public record DocumentId(UUID value) {}
