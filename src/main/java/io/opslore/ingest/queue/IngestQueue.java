package io.opslore.ingest.queue;

import com.github.kagkarlsson.scheduler.task.Priority;
import io.opslore.ingest.IngestSettings;
import io.opslore.ingest.IngestState;
import io.opslore.library.RevisionId;
import io.opslore.library.RevisionStored;
import io.opslore.library.Revisions;
import javax.sql.DataSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings queued revisions through extraction and embedding, each in a lane of its own. What was
 * queued in a committed transaction is worked off, whatever happens to the process. Thread-safe.
 */
@Component
public class IngestQueue {

    private final Revisions revisions;
    private final IngestStates states;
    private final TransactionTemplate transaction;
    private final Lane extraction;
    private final Lane embedding;

    IngestQueue(
            DataSource database,
            Revisions revisions,
            IngestStates states,
            TransactionTemplate transaction,
            ExtractStep extract,
            EmbedStep embed,
            IngestSettings settings) {
        this.revisions = revisions;
        this.states = states;
        this.transaction = transaction;
        String owner = PortalName.of(settings.folder());
        var faults = new Faults(states, settings.queue(), this::reviveNextBest);
        embedding =
                new Lane(
                        Lane.Name.EMBEDDING, database, owner, settings.queue(), embed::run, faults);
        extraction =
                new Lane(
                        Lane.Name.EXTRACTION,
                        database,
                        owner,
                        settings.queue(),
                        revision -> extract.run(revision, () -> toEmbedding(revision)),
                        faults);
    }

    /** Whoever stores a revision has it queued in that transaction: there is both or nothing. */
    @EventListener
    void on(RevisionStored event) {
        add(event.revision());
    }

    /** Queues a revision as part of the present transaction. */
    void add(RevisionId revision) {
        states.queue(revisions.revision(revision));
        extraction.add(revision, Priority.MEDIUM);
        afterCommit(extraction::wake);
    }

    /** Queues a revision that failed, or was never queued. */
    public void addAgainIfFailed(RevisionId revision) {
        if (states.state(revision).map(IngestState.Failed.class::isInstance).orElse(true)) {
            transaction.executeWithoutResult(status -> add(revision));
        }
    }

    private void toEmbedding(RevisionId revision) {
        // People see a revised document's old answers until its new revision is embedded.
        boolean revised = !revision.equals(revisions.documentOf(revision).current());
        embedding.add(revision, revised ? Priority.HIGH : Priority.MEDIUM);
        afterCommit(embedding::wake);
    }

    private void reviveNextBest(RevisionId failed) {
        transaction.executeWithoutResult(status -> states.nextBest(failed).ifPresent(this::add));
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        action.run();
                    }
                });
    }

    /** Begins to work off what is due, and what fell out of the queue before. */
    public void start() {
        for (RevisionId revision : states.stranded()) {
            transaction.executeWithoutResult(status -> add(revision));
        }
        extraction.start();
        embedding.start();
    }

    /** Ends what is in hand, or leaves it to the next start. */
    public void stop() {
        extraction.stop();
        embedding.stop();
    }
}
