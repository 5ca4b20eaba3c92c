package io.opslore.retrieval;

import io.opslore.library.ReadScope;

/**
 * One search.
 *
 * @param text as the person typed it, in English, Russian, or both
 * @param scope what the person may read; goes into the index query and is checked again on every
 *     hit
 * @param limit the most passages wanted
 */
public record Query(String text, ReadScope scope, int limit) {}
