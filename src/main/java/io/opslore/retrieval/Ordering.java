package io.opslore.retrieval;

import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.text.Language;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts confirmed hits into the order that a person expects: what holds today before what it took
 * the place of, and of texts that say the same, the one in the language of the question.
 */
final class Ordering {

    /** Weak enough that a clearly better text in the other language stays first. */
    private static final double OTHER_LANGUAGE = 0.85;

    /** What was superseded answers worse than a text that still holds and fits about as well. */
    private static final double SUPERSEDED = 0.6;

    private final Confirmed confirmed;
    private final Map<DocumentId, Document> documents = new HashMap<>();
    private final Map<DocumentId, Double> best = new HashMap<>();

    private Ordering(Confirmed confirmed) {
        this.confirmed = confirmed;
        confirmed.documents().values().forEach(found -> documents.put(found.id(), found));
    }

    /** The best first. */
    static Confirmed of(Confirmed confirmed, Optional<Language> question) {
        List<Hit> weighed = weighed(confirmed, question);
        return confirmed.with(new Ordering(confirmed).order(weighed));
    }

    private static List<Hit> weighed(Confirmed confirmed, Optional<Language> question) {
        return question.map(language ->
                        confirmed.hits().stream()
                                .map(hit ->
                                        confirmed.languages().get(hit.chunk()) == language
                                                ? hit
                                                : times(hit, OTHER_LANGUAGE))
                                .toList())
                .orElse(confirmed.hits());
    }

    private List<Hit> order(List<Hit> hits) {
        hits.forEach(hit -> best.merge(confirmed.document(hit).id(), hit.score(), Math::max));
        // A stable sort: equal hits stay in the order that lets a search be repeated.
        return hits.stream()
                .map(this::behindItsSuccessor)
                .sorted(Comparator.comparingDouble(Hit::score).reversed())
                .toList();
    }

    private Hit behindItsSuccessor(Hit hit) {
        Document document = confirmed.document(hit);
        return new Hit(hit.chunk(), score(hit.score(), document, new HashSet<>()));
    }

    /** What was replaced counts less, and never as much as what replaced it. */
    private double score(double own, Document document, Set<DocumentId> seen) {
        DocumentId successor = document.details().supersededBy();
        if (successor == null && !document.details().isSuperseded()) {
            return own;
        }
        seen.add(document.id());
        return Math.min(own * SUPERSEDED, Math.nextDown(bestOf(successor, seen)));
    }

    /** Follows the line of successors; documents that name each other in a ring end it. */
    private double bestOf(@Nullable DocumentId id, Set<DocumentId> seen) {
        Document document = id == null ? null : documents.get(id);
        Double own = id == null ? null : best.get(id);
        return document == null || own == null || seen.contains(document.id())
                ? Double.POSITIVE_INFINITY
                : score(own, document, seen);
    }

    private static Hit times(Hit hit, double weight) {
        return new Hit(hit.chunk(), hit.score() * weight);
    }
}
