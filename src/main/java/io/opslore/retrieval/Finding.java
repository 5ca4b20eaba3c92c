package io.opslore.retrieval;

import io.opslore.library.Document;
import io.opslore.library.RevisionId;
import io.opslore.library.Revisions;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.Hit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Carries a search plan out: the best first, each hit confirmed. */
@Component
class Finding {

    /** So many passages are looked at; beyond them a person narrows the search. */
    static final int MOST = 1_000;

    private final Candidates candidates;
    private final Confirming confirming;
    private final Revisions revisions;
    private final ChunkReading chunks;

    Finding(
            Candidates candidates,
            Confirming confirming,
            Revisions revisions,
            ChunkReading chunks) {
        this.candidates = candidates;
        this.confirming = confirming;
        this.revisions = revisions;
        this.chunks = chunks;
    }

    Confirmed find(SearchPlan plan, Generation generation) {
        Sought sought = plan.sought();
        if (!plan.unknown().isEmpty()) {
            return Confirmed.NOTHING;
        }
        if (!plan.listed().isEmpty()) {
            return listed(plan, generation.id());
        }
        if (sought.isEmpty()) {
            return Confirmed.NOTHING;
        }
        Confirmed found =
                confirming.find(candidates.question(generation, sought, Arms.BOTH), MOST, 1);
        return Ordering.of(found, sought.language());
    }

    /** Each document by its beginning. */
    private Confirmed listed(SearchPlan plan, GenerationId generation) {
        List<RevisionId> first = plan.listed().stream().limit(MOST).toList();
        Map<RevisionId, Document> readable =
                revisions.confirmed(first, plan.sought().within().scope());
        List<Hit> hits =
                first.stream()
                        .filter(readable::containsKey)
                        .map(revision -> new Hit(new ChunkKey(revision, 0), 0))
                        .toList();
        return new Confirmed(
                hits,
                readable,
                chunks.languages(generation, hits.stream().map(Hit::chunk).toList()),
                plan.listed().size() <= MOST);
    }
}
