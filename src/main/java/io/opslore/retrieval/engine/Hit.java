package io.opslore.retrieval.engine;

/**
 * A chunk that one arm of a search found.
 *
 * @param score the engine's own; comparable within one answer only
 */
public record Hit(ChunkKey chunk, double score) {}
