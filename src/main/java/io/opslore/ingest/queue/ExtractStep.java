package io.opslore.ingest.queue;

import io.micrometer.observation.annotation.Observed;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.extract.DetailsFinder;
import io.opslore.ingest.extract.Extracted;
import io.opslore.ingest.extract.Extraction;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import io.opslore.library.Revisions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** From the original bytes to a text that is found by its words. */
@Component
class ExtractStep {

    private final Revisions revisions;
    private final Extraction extraction;
    private final Indexer indexer;
    private final IngestStates states;
    private final TransactionTemplate transaction;

    ExtractStep(
            Revisions revisions,
            Extraction extraction,
            Indexer indexer,
            IngestStates states,
            TransactionTemplate transaction) {
        this.revisions = revisions;
        this.extraction = extraction;
        this.indexer = indexer;
        this.states = states;
        this.transaction = transaction;
    }

    /**
     * @param next makes the next step due; called in the transaction that ends this one, and not
     *     for a revision that another one has superseded
     */
    @Observed(
            name = "opslore.ingest.step",
            contextualName = "extraction",
            lowCardinalityKeyValues = {"step", "extraction"})
    void run(RevisionId id, Runnable next) throws Exception {
        states.set(id, new IngestState.Extracting());
        describe(revisions.revision(id));
        if (states.isSuperseded(id)) {
            states.supersede(id);
            return;
        }
        indexer.indexText(id);
        // Asked before the transaction: makeCurrent must be the first in it to read the document,
        // or it would write back what was read before its lock.
        boolean first = revisions.documentOf(id).current() == null;
        transaction.executeWithoutResult(status -> {
            // The first revision need not wait for its vectors: there is no older answer.
            if (first) {
                revisions.makeCurrent(id);
            }
            states.finishStep(id);
            states.set(id, new IngestState.Indexing(0, 0));
            next.run();
        });
    }

    private void describe(Revision revision) throws Exception {
        if (revisions.text(revision.id()).isEmpty()) {
            Extracted extracted =
                    extraction.extract(
                            revision.path(),
                            revision.space(),
                            revision.size(),
                            () -> revisions.original(revision.id()));
            revisions.describe(
                    revision.id(),
                    extracted.text(),
                    DetailsFinder.find(revision.path(), extracted.text()),
                    extracted.masks());
        }
    }
}
