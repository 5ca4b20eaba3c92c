package io.opslore.retrieval.engine;

import io.opslore.retrieval.text.Language;

/**
 * What of a chunk is found by words.
 *
 * @param language a search may be for one only
 * @param heading the headings above and inside it
 */
public record IndexedChunk(
        int ordinal, Language language, String path, String title, String heading, String text) {}
