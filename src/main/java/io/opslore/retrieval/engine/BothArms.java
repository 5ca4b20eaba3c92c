package io.opslore.retrieval.engine;

import java.util.List;

/** What each arm of one search found, the best first. */
public record BothArms(List<Hit> words, List<Hit> meaning) {

    public BothArms {
        words = List.copyOf(words);
        meaning = List.copyOf(meaning);
    }
}
