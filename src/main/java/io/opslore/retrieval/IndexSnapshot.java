package io.opslore.retrieval;

/**
 * An index generation as the search engine has kept it, on its own machine.
 *
 * @param collection what it is a snapshot of, as the engine calls it
 * @param name as the engine calls it
 */
public record IndexSnapshot(int generation, String collection, String name, long bytes) {}
