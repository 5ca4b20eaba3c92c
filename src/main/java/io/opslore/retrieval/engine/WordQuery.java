package io.opslore.retrieval.engine;

import io.opslore.retrieval.text.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /**
     * The terms of each word, any of which will do for it, each term once in all; words that have
     * none left are not among them.
     *
     * @param most terms in all
     */
    public List<List<String>> terms(int most) {
        Set<String> asked = new HashSet<>();
        return words.stream()
                .map(word ->
                        word.terms()
                                .filter(term -> asked.size() < most && asked.add(term))
                                .toList())
                .filter(fresh -> !fresh.isEmpty())
                .toList();
    }

    /** Whether nothing is sought. */
    public boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty();
    }
}
