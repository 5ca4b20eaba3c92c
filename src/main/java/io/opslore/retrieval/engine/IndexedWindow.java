package io.opslore.retrieval.engine;

import io.opslore.retrieval.text.Language;

/**
 * What of a chunk is found by meaning: one of its windows' vectors, normalised.
 *
 * @param language the chunk's
 */
public record IndexedWindow(int ordinal, Language language, float[] vector) {}
