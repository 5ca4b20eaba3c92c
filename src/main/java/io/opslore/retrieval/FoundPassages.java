package io.opslore.retrieval;

import java.util.List;

/**
 * What was found for a question.
 *
 * @param passages the best first
 * @param meaningAway whether it was found by words alone because the embedding model is away
 */
public record FoundPassages(List<Passage> passages, boolean meaningAway) {

    public FoundPassages {
        passages = List.copyOf(passages);
    }
}
