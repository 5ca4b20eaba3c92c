package io.opslore.quality;

import java.util.List;

/**
 * What came back for a question.
 *
 * @param cited the passages that it stands on
 */
record GivenAnswer(AnswerKey key, boolean refused, List<String> cited) {

    /** Cited passages that hold at least one of the key facts. */
    long citedRightly() {
        return cited.stream()
                .filter(quote ->
                        key.facts().stream().anyMatch(fact -> AnswerKey.holds(quote, fact)))
                .count();
    }

    /** The share of the key facts that is in what was cited. */
    double factsCited() {
        long held =
                key.facts().stream()
                        .filter(fact ->
                                cited.stream().anyMatch(quote -> AnswerKey.holds(quote, fact)))
                        .count();
        return (double) held / key.facts().size();
    }
}
