package io.opslore.quality.bench;

import io.opslore.quality.ScratchPortal;
import io.opslore.retrieval.BareEngine;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Fills a portal through its own way with as many chunks as are wanted. Its vectors are made up, so
 * that it takes minutes.
 */
final class Filling {

    private static final int CHUNKS_PER_DOCUMENT = 50;

    /** So few that how far it has come is told now and then. */
    private static final int DOCUMENTS = 200;

    private final ScratchPortal portal;
    private final Consumer<String> progress;
    private final MadeUpDocuments documents = new MadeUpDocuments(3_000);
    private int batches;

    Filling(ScratchPortal portal, Consumer<String> progress) {
        this.portal = portal;
        this.progress = progress;
    }

    /** Goes on until the index holds at least so many. */
    void upTo(int chunks) throws IOException, InterruptedException {
        long there = portal.bean(BareEngine.class).chunks();
        while (there < chunks) {
            progress.accept("filling, %,d of %,d chunks".formatted(there, chunks));
            int missing = Math.ceilDiv(chunks - (int) there, CHUNKS_PER_DOCUMENT);
            batches++;
            portal.take(
                    "Made up " + batches,
                    documents.manuals(Math.min(missing, DOCUMENTS), CHUNKS_PER_DOCUMENT));
            there = portal.bean(BareEngine.class).chunks();
        }
    }
}
