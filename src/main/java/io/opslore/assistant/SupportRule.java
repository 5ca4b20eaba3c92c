package io.opslore.assistant;

import io.opslore.retrieval.Passage;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * When a passage is enough to answer from. It holds when its words and its meaning both fit well,
 * or when its words fit very well and its meaning fairly. Where the embedder had no vote (a Russian
 * question, or vectors that are still being made) words decide alone. The defaults were measured on
 * judged questions: see docs/decisions/0003-retrieval.md.
 *
 * @param wordsAlone coverage that will do without a vote of the embedder
 * @param coverage of the question's terms, together with {@code similarity}
 * @param similarity of question and passage, together with {@code coverage}
 * @param highCoverage of the question's terms, together with {@code fairSimilarity}
 * @param fairSimilarity of question and passage, together with {@code highCoverage}
 */
record SupportRule(
        @DecimalMin("0") @DecimalMax("1") double wordsAlone,
        @DecimalMin("0") @DecimalMax("1") double coverage,
        @DecimalMin("0") @DecimalMax("1") double similarity,
        @DecimalMin("0") @DecimalMax("1") double highCoverage,
        @DecimalMin("0") @DecimalMax("1") double fairSimilarity) {

    /** Whether the passage is enough. */
    boolean holds(Passage passage) {
        if (passage.similarity() == 0) {
            return passage.coverage() >= wordsAlone;
        }
        return passage.coverage() >= coverage && passage.similarity() >= similarity
                || passage.coverage() >= highCoverage && passage.similarity() >= fairSimilarity;
    }
}
