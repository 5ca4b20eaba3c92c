package io.opslore.retrieval;

import io.opslore.retrieval.query.SearchText;
import io.opslore.retrieval.query.Term;
import io.opslore.retrieval.text.Language;
import java.util.List;
import java.util.Optional;

/**
 * What a search has found.
 *
 * @param text what was searched, as it was read
 * @param language that of the question, where it shows one
 * @param count how many documents were found, copies counted once
 * @param more whether there are others that were not counted
 * @param documents the best of them
 * @param facets counted over all that were found
 * @param unknown prefixes whose value says nothing, so that nothing was found
 * @param loosened where nothing was found: what leaving a part out would find
 * @param meaningAway whether it was found by words alone because the embedding model is away
 */
public record SearchResults(
        SearchText text,
        Optional<Language> language,
        int count,
        boolean more,
        List<FoundDocument> documents,
        List<Facet> facets,
        List<Term.Narrowing> unknown,
        List<Loosened> loosened,
        boolean meaningAway) {

    /**
     * A wider search.
     *
     * @param without the parts that were left out; of a phrase, that it is one
     * @param documents how many it finds
     * @param more whether there are others that were not counted
     */
    public record Loosened(List<Term> without, SearchText text, int documents, boolean more) {}
}
