package io.opslore.quality.bench;

import io.opslore.library.Grants;
import io.opslore.library.ReadScope;
import io.opslore.quality.ScratchPortal;
import io.opslore.retrieval.BareEngine;
import io.opslore.retrieval.Query;
import io.opslore.retrieval.Retrieval;
import java.util.ArrayList;
import java.util.List;

/**
 * What answers are made from, against the question embedded and both arms asked directly: the
 * difference is fusing, confirming against PostgreSQL and reading the passages. The vectors of the
 * documents are made up, those of the questions are real.
 */
final class SearchBench {

    private static final int QUESTIONS = 40;
    private static final int PASSAGES = 8;

    private final ScratchPortal portal;
    private final String engine;
    private final int repetitions;

    SearchBench(ScratchPortal portal, String engine, int repetitions) {
        this.portal = portal;
        this.engine = engine;
        this.repetitions = repetitions;
    }

    /** Asks a few questions, so that everything that a search needs is loaded. */
    void warmUp() throws Exception {
        ask(new MadeUpDocuments(2_100), new ArrayList<>(), new ArrayList<>());
    }

    /**
     * @param chunks how many there are now
     */
    List<BenchFigure> measure(int chunks) throws Exception {
        List<Double> through = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = 0; round <= repetitions; round++) {
            if (round == 1) {
                // Only by now everything is warm.
                through.clear();
                bare.clear();
            }
            ask(new MadeUpDocuments(2_000 + round), through, bare);
        }
        return List.of(
                figure(chunks, "p50", 0.5, through, bare),
                figure(chunks, "p95", 0.95, through, bare));
    }

    private void ask(MadeUpDocuments questions, List<Double> through, List<Double> bare)
            throws Exception {
        ReadScope scope = portal.bean(Grants.class).readable(portal.admin());
        Retrieval retrieval = portal.bean(Retrieval.class);
        BareEngine bareEngine = portal.bean(BareEngine.class);
        for (int i = 0; i < QUESTIONS; i++) {
            var query = new Query(questions.question(), scope, PASSAGES);
            // By turns: who comes second finds more in the caches.
            if (i % 2 == 0) {
                through.add(Timing.millis(() -> retrieval.search(query)));
                bare.add(Timing.millis(() -> bareEngine.search(query.text(), scope)));
            } else {
                bare.add(Timing.millis(() -> bareEngine.search(query.text(), scope)));
                through.add(Timing.millis(() -> retrieval.search(query)));
            }
        }
    }

    private BenchFigure figure(
            int chunks, String name, double share, List<Double> through, List<Double> bare) {
        return BenchFigure.of(
                "search in %,d chunks, %s, %s".formatted(chunks, name, engine),
                "ms",
                Timing.quantile(through, share),
                Timing.quantile(bare, share));
    }
}
