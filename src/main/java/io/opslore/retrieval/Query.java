package io.opslore.retrieval;

import io.opslore.library.ReadScope;

/**
 * One search.
 *
 * @param text as the person typed it, in English, Russian, or both
 * @param scope what the person may read; goes into the index query and is checked again on every
 *     hit
 * @param limit the most passages wanted
 * @param arms which of them are asked
 */
public record Query(String text, ReadScope scope, int limit, Arms arms) {

    /** Asks both arms. */
    public Query(String text, ReadScope scope, int limit) {
        this(text, scope, limit, Arms.BOTH);
    }
}
