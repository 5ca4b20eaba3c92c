package io.opslore.retrieval;

import io.micrometer.observation.annotation.Observed;
import io.opslore.identity.Asker;
import io.opslore.library.Grants;
import io.opslore.library.Spaces;
import io.opslore.retrieval.query.SearchText;
import io.opslore.retrieval.query.Term;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The search that a person reads the results of. Thread-safe. */
@Service
public class Search {

    private static final int MOST_PROPOSALS = 6;

    private final Spaces spaces;
    private final Grants grants;
    private final ConsistentReading reading;
    private final SearchPlanning planning;
    private final Finding finding;
    private final Copies copies;
    private final ResultDescribing describing;
    private final Clock clock;

    Search(
            Spaces spaces,
            Grants grants,
            ConsistentReading reading,
            SearchPlanning planning,
            Finding finding,
            Copies copies,
            ResultDescribing describing,
            Clock clock) {
        this.spaces = spaces;
        this.grants = grants;
        this.reading = reading;
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
    @Observed(
            name = "opslore.search",
            contextualName = "search",
            lowCardinalityKeyValues = {"kind", "page"})
    public SearchResults search(String text, int limit, Asker asker) {
        SearchText read = SearchText.of(text);
        return reading.read(
                generation -> generation,
                generation ->
                        search(
                                read,
                                limit,
                                new SearchMoment(
                                        generation,
                                        spaces.readable(asker),
                                        grants.readable(asker),
                                        clock.instant()),
                                asker));
    }

    private SearchResults search(SearchText read, int limit, SearchMoment moment, Asker asker) {
        SearchPlan plan = planning.plan(read, moment);
        Finding.Found sought = finding.find(plan, moment.generation());
        Confirmed found = sought.confirmed();
        List<DocumentGroup> groups = groups(found);
        List<DocumentGroup> shown = groups.stream().limit(limit).toList();
        return new SearchResults(
                read,
                plan.sought().language(),
                groups.size(),
                !found.exhausted(),
                describing.describe(moment.generation().id(), shown, plan.sought(), asker),
                new Faceting(groups, moment.spaces(), moment.now()).facets(),
                plan.unknown(),
                groups.isEmpty() ? loosened(read, moment) : List.of(),
                sought.meaningAway());
    }

    private List<DocumentGroup> groups(Confirmed found) {
        return DocumentGroup.of(found, copies.digests(found.documents().keySet()));
    }

    /** One part less, or, where that is not enough, the words alone. */
    private List<SearchResults.Loosened> loosened(SearchText text, SearchMoment moment) {
        List<Term> parts =
                text.terms().stream()
                        .filter(term -> !(term instanceof Term.Free))
                        .limit(MOST_PROPOSALS)
                        .toList();
        List<SearchResults.Loosened> each =
                parts.stream()
                        .map(part -> wider(List.of(part), text.loosened(part), moment))
                        .filter(wider -> wider.documents() > 0)
                        .toList();
        return each.isEmpty() && parts.size() > 1
                ? Stream.of(wider(parts, SearchText.of(text.subject()), moment))
                        .filter(wider -> wider.documents() > 0)
                        .toList()
                : each;
    }

    private SearchResults.Loosened wider(List<Term> without, SearchText text, SearchMoment moment) {
        Confirmed found =
                finding.find(planning.plan(text, moment), moment.generation()).confirmed();
        return new SearchResults.Loosened(without, text, groups(found).size(), !found.exhausted());
    }
}
