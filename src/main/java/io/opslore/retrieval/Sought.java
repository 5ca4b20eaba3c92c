package io.opslore.retrieval;

import io.opslore.library.ReadScope;
import io.opslore.retrieval.engine.Within;
import io.opslore.retrieval.engine.WordQuery;
import io.opslore.retrieval.text.ExactPhrase;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.Word;
import io.opslore.retrieval.text.Words;
import java.util.List;
import java.util.Optional;

/**
 * What is sought, and where.
 *
 * @param text what it is about, as the person wrote it
 * @param words its meaning-bearing words
 * @param phrases what must be there to the letter
 * @param query how the words arm is asked
 * @param leastSimilarity what the meaning arm finds counts from this cosine on
 * @param language of the text, where it shows one
 */
record Sought(
        String text,
        List<Word> words,
        List<ExactPhrase> phrases,
        WordQuery query,
        double leastSimilarity,
        Within within,
        Optional<Language> language) {

    /** Lets everything count that the meaning arm finds. */
    private static final double ANY = -1;

    /** As a question is sought: whatever fits best, however little that is. */
    static Sought question(String text, Words words, ReadScope scope) {
        List<Word> wanted = words.ofQuery(text);
        return new Sought(
                text,
                wanted,
                List.of(),
                WordQuery.anyOf(wanted),
                ANY,
                Within.all(scope),
                languageOf(text, words));
    }

    boolean isEmpty() {
        return query.isEmpty() || within.isEmpty();
    }

    /**
     * A Cyrillic letter makes a question Russian, however many names it holds. Without them it is
     * only English if it is a sentence: names and commands alone are of no language.
     */
    static Optional<Language> languageOf(String text, Words words) {
        if (text.codePoints().anyMatch(Language::isCyrillic)) {
            return Optional.of(Language.RU);
        }
        long all = words.of(text).stream().distinct().count();
        return words.ofQuery(text).size() < all ? Optional.of(Language.EN) : Optional.empty();
    }
}
