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

    SearchBench(ScratchPortal portal) {
        this.portal = portal;
    }

    /**
     * @param chunks how many there are now
     */
    List<BenchFigure> measure(int chunks) throws Exception {
        ReadScope scope = portal.bean(Grants.class).readable(portal.admin());
        Retrieval retrieval = portal.bean(Retrieval.class);
        BareEngine engine = portal.bean(BareEngine.class);
        List<Double> through = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = 0; round <= Timing.REPETITIONS; round++) {
            var questions = new MadeUpDocuments(2_000 + round);
            for (int i = 0; i < QUESTIONS; i++) {
                String question = questions.question();
                double portalTime =
                        Timing.millis(() -> retrieval.search(new Query(question, scope, PASSAGES)));
                double bareTime = Timing.millis(() -> engine.search(question, scope));
                if (round > 0) {
                    through.add(portalTime);
                    bare.add(bareTime);
                }
            }
        }
        return List.of(
                figure(chunks, "p50", 0.5, through, bare),
                figure(chunks, "p95", 0.95, through, bare));
    }

    private static BenchFigure figure(
            int chunks, String name, double share, List<Double> through, List<Double> bare) {
        return BenchFigure.of(
                "search in %,d chunks, %s".formatted(chunks, name),
                "ms",
                Timing.quantile(through, share),
                Timing.quantile(bare, share));
    }
}
