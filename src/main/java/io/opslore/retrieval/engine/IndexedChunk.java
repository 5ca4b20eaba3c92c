package io.opslore.retrieval.engine;

/**
 * What of a chunk is found by words.
 *
 * @param heading the headings above and inside it
 */
public record IndexedChunk(int ordinal, String path, String title, String heading, String text) {}
