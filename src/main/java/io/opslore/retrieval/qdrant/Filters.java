package io.opslore.retrieval.qdrant;

import static io.qdrant.client.ConditionFactory.matchKeyword;
import static io.qdrant.client.ConditionFactory.matchKeywords;
import static io.qdrant.client.ConditionFactory.matchValues;
import static io.qdrant.client.ConditionFactory.range;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.Within;
import io.opslore.retrieval.engine.WordQuery;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.Word;
import io.qdrant.client.grpc.Common.Condition;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Common.MinShould;
import io.qdrant.client.grpc.Common.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says which points a request means. Made of typed values alone and never of text; one that would
 * demand nothing is refused here, because the server takes it for "all".
 */
final class Filters {

    private Filters() {}

    /** What a reader's search by meaning may find. */
    static Filter meaning(Within within) {
        return readable(within, StoredPoints.WINDOW).build();
    }

    /** What a reader's search by words may find: it holds the phrases, or enough of the words. */
    static Filter words(WordQuery query, List<List<String>> terms, Within within) {
        Filter.Builder filter = readable(within, StoredPoints.CHUNK);
        query.phrases().forEach(phrase -> filter.addAllMust(inARow(phrase)));
        int atLeast = Math.min(query.atLeast(), terms.size());
        if (query.phrases().isEmpty() && atLeast > 1) {
            filter.setMinShould(
                    MinShould.newBuilder()
                            .addAllConditions(terms.stream().map(Filters::anyTerm).toList())
                            .setMinCount(atLeast));
        }
        return filter.build();
    }

    /** Chunks that hold a term, of whoever: for counting only. */
    static Filter holding(String term) {
        return demanding(List.of(anyTerm(List.of(term))));
    }

    /** All chunks or all windows, of whoever: for counting only. */
    static Filter all(String kind) {
        return demanding(List.of(matchKeyword(StoredPoints.KIND, kind)));
    }

    /** Of a revision's chunks or windows those from the given place on. */
    static Filter from(int place, RevisionId revision, String kind) {
        return demanding(
                List.of(
                        revisions(List.of(revision)),
                        matchKeyword(StoredPoints.KIND, kind),
                        range(StoredPoints.PLACE, Range.newBuilder().setGte(place).build())));
    }

    /** Everything of these revisions. */
    static Filter of(Collection<RevisionId> revisions) {
        return demanding(List.of(revisions(revisions)));
    }

    private static Filter.Builder readable(Within within, String kind) {
        ReadScope scope = within.scope();
        List<Condition> must = new ArrayList<>();
        must.add(spaces(scope.spaces()));
        must.add(matchKeyword(StoredPoints.KIND, kind));
        within.revisions().ifPresent(wanted -> must.add(revisions(wanted)));
        if (!within.languages().isEmpty()) {
            must.add(languages(within.languages()));
        }
        Filter.Builder filter = demanding(must).toBuilder();
        if (!scope.withheldRevisions().isEmpty()) {
            filter.addMustNot(revisions(scope.withheldRevisions()));
        }
        return filter;
    }

    private static Filter demanding(List<Condition> must) {
        if (must.isEmpty()) {
            throw new IllegalArgumentException("A filter without a condition would match all");
        }
        return Filter.newBuilder().addAllMust(must).build();
    }

    private static Condition spaces(Collection<SpaceId> spaces) {
        return anyOf(StoredPoints.SPACE, spaces.stream().map(id -> id.value().toString()));
    }

    private static Condition languages(Collection<Language> languages) {
        return anyOf(StoredPoints.LANGUAGE, languages.stream().map(Language::code));
    }

    private static Condition revisions(Collection<RevisionId> revisions) {
        return anyOf(StoredPoints.REVISION, revisions.stream().map(id -> id.value().toString()));
    }

    private static Condition anyOf(String field, Stream<String> values) {
        List<String> all = values.toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("No value for " + field + ": that finds nothing");
        }
        return matchKeywords(field, all);
    }

    /** Neighbours, each two of them; a phrase of one word is just there. */
    private static List<Condition> inARow(List<Word> phrase) {
        if (phrase.size() == 1) {
            return List.of(anyTerm(phrase.getFirst().terms().toList()));
        }
        List<Condition> row = new ArrayList<>();
        for (int at = 1; at < Math.min(phrase.size(), WordsArm.MOST_TERMS); at++) {
            List<Long> pairs = TermWeights.pairs(phrase.get(at - 1), phrase.get(at));
            row.add(matchValues(StoredPoints.PAIRS, pairs));
        }
        return row;
    }

    private static Condition anyTerm(List<String> terms) {
        List<Long> numbers =
                terms.stream()
                        .map(term -> Integer.toUnsignedLong(TermWeights.number(term)))
                        .toList();
        return matchValues(StoredPoints.TERMS, numbers);
    }
}
