package io.opslore.quality.bench;

import io.opslore.quality.ScratchPortal;
import io.opslore.retrieval.BareEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Documents of one window each: from the first byte handed in until all are found by meaning,
 * against a loop that only embeds the same texts in the same batches.
 */
final class IngestBench {

    private static final int DOCUMENTS = 48;
    private static final int WORDS = 240;

    private final ScratchPortal portal;
    private final int repetitions;

    IngestBench(ScratchPortal portal, int repetitions) {
        this.portal = portal;
        this.repetitions = repetitions;
    }

    List<BenchFigure> measure() throws Exception {
        List<Double> through = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        // The first round only warms up.
        for (int round = 0; round <= repetitions; round++) {
            Map<String, String> documents =
                    new MadeUpDocuments(1_000 + round).documents(DOCUMENTS, WORDS);
            List<String> windows =
                    documents.entrySet().stream()
                            .map(it -> it.getKey() + "\n" + it.getValue())
                            .toList();
            String space = "Ingest " + round;
            double portalTime = Timing.millis(() -> portal.take(space, documents));
            double bareTime = Timing.millis(() -> portal.bean(BareEngine.class).embed(windows));
            if (round > 0) {
                through.add(DOCUMENTS * 1_000 / portalTime);
                bare.add(DOCUMENTS * 1_000 / bareTime);
            }
        }
        return List.of(
                BenchFigure.of(
                        "ingest against bare embedding",
                        "passages/s",
                        Timing.median(through),
                        Timing.median(bare)));
    }
}
