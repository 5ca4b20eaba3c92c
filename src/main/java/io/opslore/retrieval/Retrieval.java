package io.opslore.retrieval;

import io.opslore.library.Document;
import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.Revisions;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.text.Word;
import io.opslore.retrieval.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Finds passages within a reader's scope. Thread-safe. */
@Service
public class Retrieval {

    /** Asked for so much more each time that too few of the candidates could be confirmed. */
    private static final int FURTHER = 4;

    private static final int MOST_CANDIDATES = 10_000;

    private final Words words;
    private final ConsistentReading reading;
    private final Candidates candidates;
    private final Revisions revisions;
    private final Passages passages;
    private final RetrievalSettings settings;

    Retrieval(
            Words words,
            ConsistentReading reading,
            Candidates candidates,
            Revisions revisions,
            Passages passages,
            RetrievalSettings settings) {
        this.words = words;
        this.reading = reading;
        this.candidates = candidates;
        this.revisions = revisions;
        this.passages = passages;
        this.settings = settings;
    }

    /**
     * The best passages first; empty for an empty scope or a query without a meaning-bearing term.
     */
    public List<Passage> search(Query query) {
        List<Word> wanted = words.ofQuery(query.text());
        if (query.scope().isEmpty() || wanted.isEmpty() || query.limit() < 1) {
            return List.of();
        }
        return reading.read(
                generation -> candidates.question(generation, query.text(), wanted, query.scope()),
                question -> search(query, question));
    }

    private List<Passage> search(Query query, Candidates.Question question) {
        int asked = Math.max(settings.candidates(), query.limit());
        while (true) {
            Candidates.Found found = candidates.find(question, asked);
            Map<RevisionId, Document> readable = confirmed(found.hits(), query.scope());
            List<Hit> confirmed =
                    found.hits().stream()
                            .filter(hit -> readable.containsKey(hit.chunk().revision()))
                            .limit(query.limit())
                            .toList();
            boolean enough = confirmed.size() == query.limit();
            if (enough || found.exhausted() || asked >= MOST_CANDIDATES) {
                return passages.of(confirmed, readable, question);
            }
            asked *= FURTHER;
        }
    }

    private Map<RevisionId, Document> confirmed(List<Hit> hits, ReadScope scope) {
        Set<RevisionId> ids =
                hits.stream()
                        .map(hit -> hit.chunk().revision())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return revisions.confirmed(new ArrayList<>(ids), scope);
    }
}
