package io.opslore.retrieval.engine;

import io.opslore.library.RevisionId;

/** Names a chunk in every store: its revision and its place in it. */
public record ChunkKey(RevisionId revision, int ordinal) {}
