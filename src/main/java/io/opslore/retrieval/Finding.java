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

    /**
     * @param meaningAway whether it was found by words alone because the embedder is away
     */
    record Found(Confirmed confirmed, boolean meaningAway) {

        private static Found whole(Confirmed confirmed) {
            return new Found(confirmed, false);
        }
    }

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

    Found find(SearchPlan plan, Generation generation) {
        Sought sought = plan.sought();
        if (!plan.unknown().isEmpty()) {
            return Found.whole(Confirmed.NOTHING);
        }
        if (!plan.listed().isEmpty()) {
            return Found.whole(listed(plan, generation.id()));
        }
        if (sought.isEmpty()) {
            return Found.whole(Confirmed.NOTHING);
        }
        Candidates.Question question = candidates.question(generation, sought, Arms.BOTH);
        Confirmed found = confirming.find(question, MOST, 1);
        return new Found(Ordering.of(found, sought.language()), question.meaningAway());
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
