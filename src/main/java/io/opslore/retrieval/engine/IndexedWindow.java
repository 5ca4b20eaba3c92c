package io.opslore.retrieval.engine;

/** What of a chunk is found by meaning: one of its windows' vectors, normalised. */
public record IndexedWindow(int ordinal, float[] vector) {}
