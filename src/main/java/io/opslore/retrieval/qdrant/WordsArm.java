package io.opslore.retrieval.qdrant;

import io.opslore.retrieval.engine.Within;
import io.opslore.retrieval.engine.WordQuery;
import io.qdrant.client.QueryFactory;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Points.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words arm as the server is asked: what a chunk must hold, and which of its words count. A
 * person's text never becomes a query's syntax: it comes as words and goes as numbers.
 */
record WordsArm(Filter filter, Query query) {

    /** As many as Lucene is asked, so that both rank alike. */
    static final int MOST_TERMS = 250;

    /**
     * A chunk without any asked word is not ranked at all, so a phrase's words are asked as well;
     * but what is there in every hit should not decide.
     */
    private static final float PHRASE = 1e-4f;

    /** Nothing to ask is empty terms and no phrase: see {@link WordQuery#isEmpty}. */
    static WordsArm of(WordQuery query, Within within) {
        List<List<String>> terms = query.terms(MOST_TERMS);
        Map<Integer, Float> weights = new TreeMap<>();
        query.phrases().stream()
                .flatMap(List::stream)
                .limit(MOST_TERMS)
                .flatMap(word -> word.terms())
                .forEach(term -> weights.put(TermWeights.number(term), PHRASE));
        terms.stream()
                .flatMap(List::stream)
                .forEach(term -> weights.put(TermWeights.number(term), 1f));
        return new WordsArm(Filters.words(query, terms, within), nearest(weights));
    }

    private static Query nearest(Map<Integer, Float> weights) {
        return QueryFactory.nearest(
                new ArrayList<>(weights.values()), new ArrayList<>(weights.keySet()));
    }
}
