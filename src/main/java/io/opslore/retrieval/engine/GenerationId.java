package io.opslore.retrieval.engine;

/** Names an index generation: a number that is given once. */
public record GenerationId(int value) {}
