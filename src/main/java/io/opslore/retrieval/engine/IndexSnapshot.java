package io.opslore.retrieval.engine;

/**
 * A generation as an engine has kept it, in a place of its own.
 *
 * @param collection what it is a snapshot of, as the engine calls it
 * @param name as the engine calls it
 */
public record IndexSnapshot(GenerationId generation, String collection, String name, long bytes) {}
