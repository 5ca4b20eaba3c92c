package io.opslore.retrieval.lucene;

import io.opslore.retrieval.engine.Within;
import io.opslore.retrieval.engine.WordQuery;
import io.opslore.retrieval.text.Word;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;

/**
 * The words arm as a Lucene query. A person's text never becomes query syntax: it comes as words.
 */
final class WordSearch {

    /** Lucene refuses a query of more than 1024 clauses, and each term is asked in each field. */
    private static final int MOST_TERMS = 250;

    private WordSearch() {}

    static Query of(WordQuery query, Within within) {
        List<Query> words = words(query);
        var all = new BooleanQuery.Builder().add(Fields.of(within), Occur.FILTER);
        query.phrases().forEach(phrase -> all.add(inARow(phrase), Occur.FILTER));
        if (query.phrases().isEmpty()) {
            all.add(some(words, query.atLeast()), Occur.MUST);
        } else {
            words.forEach(word -> all.add(word, Occur.SHOULD));
        }
        return all.build();
    }

    private static Query some(List<Query> words, int atLeast) {
        var some = new BooleanQuery.Builder();
        words.forEach(word -> some.add(word, Occur.SHOULD));
        return some.setMinimumNumberShouldMatch(Math.min(atLeast, words.size())).build();
    }

    /** One query for each word: a name is there by any of its terms, each of which counts once. */
    private static List<Query> words(WordQuery query) {
        return query.terms(MOST_TERMS).stream()
                .map(terms ->
                        terms.size() == 1 ? Fields.inAnyField(terms.getFirst()) : anyOf(terms))
                .toList();
    }

    private static Query anyOf(List<String> terms) {
        var any = new BooleanQuery.Builder();
        terms.forEach(term -> any.add(Fields.inAnyField(term), Occur.SHOULD));
        return any.build();
    }

    /** The first and last of the words may be cut out of a longer name, so parts will do. */
    private static Query inARow(List<Word> phrase) {
        var row = new MultiPhraseQuery.Builder();
        phrase.stream()
                .limit(MOST_TERMS)
                .forEach(word ->
                        row.add(
                                word.terms()
                                        .map(term -> new Term(Fields.TEXT, term))
                                        .toArray(Term[]::new)));
        return row.build();
    }
}
