package io.opslore.assistant;

import io.opslore.retrieval.Passage;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found for a question.
 *
 * @param search what was searched for
 * @param passages the best first
 * @param meaningAway whether it was found by words alone because the embedding model is away
 */
record Searched(Asked asked, String search, List<Passage> passages, boolean meaningAway) {

    /** With what was seen of live systems before it. */
    Searched seeing(List<Passage> seen) {
        return new Searched(
                asked,
                search,
                Stream.concat(seen.stream(), passages.stream()).toList(),
                meaningAway);
    }
}
