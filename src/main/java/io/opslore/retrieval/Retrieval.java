package io.opslore.retrieval;

import io.micrometer.observation.annotation.Observed;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.text.Words;
import java.util.List;
import org.springframework.stereotype.Service;

/** Finds passages within a reader's scope. Thread-safe. */
@Service
public class Retrieval {

    private final Words words;
    private final ConsistentReading reading;
    private final Candidates candidates;
    private final Confirming confirming;
    private final Copies copies;
    private final Passages passages;
    private final RetrievalSettings settings;

    Retrieval(
            Words words,
            ConsistentReading reading,
            Candidates candidates,
            Confirming confirming,
            Copies copies,
            Passages passages,
            RetrievalSettings settings) {
        this.words = words;
        this.reading = reading;
        this.candidates = candidates;
        this.confirming = confirming;
        this.copies = copies;
        this.passages = passages;
        this.settings = settings;
    }

    /**
     * The best passages first, each text once; empty for an empty scope or a query without a
     * meaning-bearing term.
     */
    public List<Passage> search(Query query) {
        return find(query).passages();
    }

    /** The same, and whether meaning had its say. */
    @Observed(
            name = "opslore.search",
            contextualName = "search",
            lowCardinalityKeyValues = {"kind", "question"})
    public FoundPassages find(Query query) {
        Sought sought = Sought.question(query.text(), words, query.scope());
        if (sought.isEmpty() || query.limit() < 1) {
            return new FoundPassages(List.of(), false);
        }
        return reading.read(
                generation -> candidates.question(generation, sought, query.arms()),
                question -> search(question, query.limit()));
    }

    private FoundPassages search(Candidates.Question question, int limit) {
        int depth = Math.max(settings.candidates(), limit);
        Confirmed confirmed = confirming.find(question, depth, limit);
        Confirmed ordered = Ordering.of(confirmed, question.sought().language());
        List<Hit> best = copies.without(ordered.hits()).stream().limit(limit).toList();
        return new FoundPassages(
                passages.of(best, ordered.documents(), question), question.meaningAway());
    }
}
