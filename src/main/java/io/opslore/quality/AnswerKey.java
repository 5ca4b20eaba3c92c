package io.opslore.quality;

import java.util.List;
import java.util.Locale;

/**
 * A question, and what tells a right answer from a wrong one without another model's judgement.
 *
 * @param facts texts that the cited passages must hold; none where the documents hold no answer
 */
record AnswerKey(String question, List<String> facts) {

    AnswerKey {
        facts = List.copyOf(facts);
    }

    /** Whether it should be refused. */
    boolean isUnanswerable() {
        return facts.isEmpty();
    }

    /** Whether a text holds a fact, whatever its line breaks and capitals. */
    static boolean holds(String text, String fact) {
        return plain(text).contains(plain(fact));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
