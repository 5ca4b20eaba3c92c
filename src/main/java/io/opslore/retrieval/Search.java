package io.opslore.retrieval;

import io.opslore.identity.Asker;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.retrieval.query.SearchText;
import io.opslore.retrieval.query.Term;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** The search that a person reads the results of. Thread-safe. */
@Service
public class Search {

    private static final int MOST_PROPOSALS = 6;

    private final Spaces spaces;
    private final SearchPlanning planning;
    private final Finding finding;
    private final Copies copies;
    private final Describing describing;
    private final Clock clock;

    Search(
            Spaces spaces,
            SearchPlanning planning,
            Finding finding,
            Copies copies,
            Describing describing,
            Clock clock) {
        this.spaces = spaces;
        this.planning = planning;
        this.finding = finding;
        this.copies = copies;
        this.describing = describing;
        this.clock = clock;
    }

    /**
     * For everyone: searches what the asker may read at this moment, and counts nothing else.
     *
     * @param text as {@link SearchText} reads it
     * @param limit the most documents wanted; all that are found are counted
     */
    public SearchResults search(String text, int limit, Asker asker) {
        SearchText read = SearchText.of(text);
        List<Space> readable = spaces.readable(asker);
        Instant now = clock.instant();
        SearchPlan plan = planning.plan(read, readable, now);
        Confirmed found = finding.find(plan);
        List<DocumentGroup> groups = groups(found);
        List<DocumentGroup> shown = groups.stream().limit(limit).toList();
        return new SearchResults(
                read,
                plan.sought().language(),
                groups.size(),
                !found.exhausted(),
                describing.describe(shown, plan.sought(), asker),
                new Faceting(groups, readable, now).facets(),
                plan.unknown(),
                groups.isEmpty() ? loosened(read, readable, now) : List.of());
    }

    private List<DocumentGroup> groups(Confirmed found) {
        return DocumentGroup.of(found, copies.digests(found.documents().keySet()));
    }

    private List<SearchResults.Loosened> loosened(
            SearchText text, List<Space> readable, Instant now) {
        return text.terms().stream()
                .filter(term -> !(term instanceof Term.Free))
                .limit(MOST_PROPOSALS)
                .map(term -> loosened(text, term, readable, now))
                .filter(wider -> wider.documents() > 0)
                .toList();
    }

    private SearchResults.Loosened loosened(
            SearchText text, Term term, List<Space> readable, Instant now) {
        SearchText wider = text.loosened(term);
        Confirmed found = finding.find(planning.plan(wider, readable, now));
        return new SearchResults.Loosened(term, wider, groups(found).size(), !found.exhausted());
    }
}
