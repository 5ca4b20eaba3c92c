package io.opslore.retrieval.engine;

import io.opslore.retrieval.text.Word;
import java.util.List;

/**
 * What is sought by words.
 *
 * @param words any of them
 * @param phrases each of them, as words that stand one after the other; the portal looks itself
 *     whether they are there to the letter
 * @param atLeast so many of the words must be there, where there are no phrases
 */
public record WordQuery(List<Word> words, List<List<Word>> phrases, int atLeast) {

    public WordQuery {
        words = List.copyOf(words);
        phrases = List.copyOf(phrases);
    }

    /** Whatever holds any of the words. */
    public static WordQuery anyOf(List<Word> words) {
        return new WordQuery(words, List.of(), 1);
    }

    /** Whether nothing is sought. */
    public boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty();
    }
}
