package io.opslore.retrieval;

import io.opslore.library.Document;
import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.Revisions;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.text.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks what the index found against PostgreSQL, and asks for more where too little of it holds.
 */
@Component
class Confirming {

    /** Asked for so much more each time that too few of the candidates could be confirmed. */
    private static final int FURTHER = 4;

    private static final int MOST_CANDIDATES = 10_000;

    private final Candidates candidates;
    private final Revisions revisions;
    private final ChunkReading chunks;

    Confirming(Candidates candidates, Revisions revisions, ChunkReading chunks) {
        this.candidates = candidates;
        this.revisions = revisions;
        this.chunks = chunks;
    }

    /**
     * @param depth how many candidates each arm is asked for at first
     * @param enough so many confirmed hits will do
     */
    Confirmed find(Candidates.Question question, int depth, int enough) {
        int asked = depth;
        while (true) {
            Candidates.Found found = candidates.find(question, asked);
            Confirmed confirmed = confirmed(found, question);
            if (confirmed.hits().size() >= enough
                    || found.exhausted()
                    || asked >= MOST_CANDIDATES) {
                return confirmed;
            }
            asked *= FURTHER;
        }
    }

    private Confirmed confirmed(Candidates.Found found, Candidates.Question question) {
        Sought sought = question.sought();
        GenerationId generation = question.generation().id();
        Map<RevisionId, Document> readable = readable(found.hits(), sought.within().scope());
        List<Hit> current =
                found.hits().stream()
                        .filter(hit -> readable.containsKey(hit.chunk().revision()))
                        .toList();
        Map<ChunkKey, Language> languages = chunks.languages(generation, keys(current));
        List<Hit> spoken =
                current.stream()
                        .filter(hit ->
                                isWanted(languages.get(hit.chunk()), sought.within().languages()))
                        .toList();
        return new Confirmed(
                literal(generation, spoken, sought), readable, languages, found.exhausted());
    }

    /** A chunk without a language was forgotten meanwhile. */
    private static boolean isWanted(@Nullable Language language, Set<Language> wanted) {
        return language != null && (wanted.isEmpty() || wanted.contains(language));
    }

    private List<Hit> literal(GenerationId generation, List<Hit> hits, Sought sought) {
        if (sought.phrases().isEmpty()) {
            return hits;
        }
        Set<ChunkKey> holding = chunks.holding(generation, sought.phrases(), keys(hits));
        return hits.stream().filter(hit -> holding.contains(hit.chunk())).toList();
    }

    private Map<RevisionId, Document> readable(List<Hit> hits, ReadScope scope) {
        Set<RevisionId> ids =
                hits.stream()
                        .map(hit -> hit.chunk().revision())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return revisions.confirmed(ids, scope);
    }

    private static List<ChunkKey> keys(List<Hit> hits) {
        return hits.stream().map(Hit::chunk).toList();
    }
}
