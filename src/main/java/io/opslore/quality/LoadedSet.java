package io.opslore.quality;

import io.opslore.library.ReadScope;
import io.opslore.retrieval.Arms;
import io.opslore.retrieval.Passage;
import io.opslore.retrieval.Query;
import io.opslore.retrieval.Retrieval;
import java.util.List;
import java.util.Map;

/**
 * A set's documents as a portal holds them, asked through what answers are made from.
 *
 * @param ids of the set, by the paths that its documents have here
 */
record LoadedSet(Retrieval retrieval, ReadScope scope, Map<String, String> ids) {

    /** A document has a few passages: so many hold enough documents almost always. */
    private static final int PASSAGES = 60;

    private static final int MOST_PASSAGES = 1_000;

    /** Documents by their best passage, the best first. */
    List<String> ranking(String query, Arms arms) {
        int limit = PASSAGES;
        while (true) {
            List<Passage> found = retrieval.search(new Query(query, scope, limit, arms));
            List<String> ranking =
                    found.stream()
                            .map(passage -> ids.get(passage.document().path()))
                            .distinct()
                            .limit(Measures.DEPTH)
                            .toList();
            if (ranking.size() == Measures.DEPTH
                    || found.size() < limit
                    || limit >= MOST_PASSAGES) {
                return ranking;
            }
            limit *= 4;
        }
    }
}
