package io.opslore.assistant;

import io.opslore.retrieval.Passage;
import java.util.List;

/**
 * What was found for a question.
 *
 * @param search what was searched for
 * @param passages the best first
 */
record Searched(Asked asked, String search, List<Passage> passages) {}
