package io.opslore.assistant;

import io.opslore.retrieval.Passage;
import java.util.List;

/**
 * What was found for a question.
 *
 * @param search what was searched for
 * @param passages the best first
 * @param meaningAway whether it was found by words alone because the embedding model is away
 */
record Searched(Asked asked, String search, List<Passage> passages, boolean meaningAway) {}
