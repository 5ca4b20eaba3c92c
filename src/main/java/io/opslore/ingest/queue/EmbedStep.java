package io.opslore.ingest.queue;

import io.micrometer.observation.annotation.Observed;
import io.opslore.ingest.IngestState;
import io.opslore.library.RevisionId;
import io.opslore.library.Revisions;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** From a text that is found by its words to one that is found by meaning, and answers. */
@Component
class EmbedStep {

    private static final long PROGRESS_EVERY = Duration.ofMillis(300).toNanos();

    private final Revisions revisions;
    private final Indexer indexer;
    private final IngestStates states;
    private final TransactionTemplate transaction;

    EmbedStep(
            Revisions revisions,
            Indexer indexer,
            IngestStates states,
            TransactionTemplate transaction) {
        this.revisions = revisions;
        this.indexer = indexer;
        this.states = states;
        this.transaction = transaction;
    }

    @Observed(
            name = "opslore.ingest.step",
            contextualName = "embedding",
            lowCardinalityKeyValues = {"step", "embedding"})
    void run(RevisionId id) throws InterruptedException {
        states.set(id, new IngestState.Indexing(0, 0));
        if (states.isSuperseded(id)) {
            giveWay(id);
            return;
        }
        indexer.embed(id, throttled(id));
        if (Thread.interrupted()) {
            throw new InterruptedException("Stopped while embedding");
        }
        transaction.executeWithoutResult(status -> {
            revisions.makeCurrent(id);
            states.finishStep(id);
            states.set(id, new IngestState.Ready());
        });
    }

    private void giveWay(RevisionId id) {
        states.supersede(id);
        if (!id.equals(revisions.documentOf(id).current())) {
            indexer.forget(id);
        }
    }

    private BiConsumer<Integer, Integer> throttled(RevisionId id) {
        return new BiConsumer<>() {
            private long last = System.nanoTime() - PROGRESS_EVERY;

            @Override
            public synchronized void accept(Integer done, Integer total) {
                long now = System.nanoTime();
                if (now - last >= PROGRESS_EVERY || done.equals(total)) {
                    last = now;
                    states.set(id, new IngestState.Indexing(done, total));
                }
            }
        };
    }
}
