package io.opslore.ingest;

import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import io.opslore.ingest.BatchItem.Outcome;
import io.opslore.ingest.queue.IngestQueue;
import io.opslore.library.Documents;
import io.opslore.library.Grants;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Another attempt at files that are stored and could not be read. Thread-safe. */
@Service
public class Retrying {

    private static final int MOST = 100_000;

    private final IngestQueue queue;
    private final Documents documents;
    private final Batches batches;
    private final Grants grants;
    private final ApplicationEventPublisher events;

    Retrying(
            IngestQueue queue,
            Documents documents,
            Batches batches,
            Grants grants,
            ApplicationEventPublisher events) {
        this.queue = queue;
        this.documents = documents;
        this.batches = batches;
        this.grants = grants;
        this.events = events;
    }

    /**
     * For those who may write to its space: queues a revision again if it failed; otherwise does
     * nothing.
     */
    @Transactional
    public void retry(RevisionId id, Asker asker) {
        Revision revision = documents.revision(id, asker);
        grants.requireWrite(revision.space(), asker);
        queue.addAgainIfFailed(id);
        events.publishEvent(
                new RetryAction(
                        new Subject(
                                "document",
                                revision.document().value().toString(),
                                revision.path()),
                        1,
                        asker));
    }

    /**
     * For those who may write to its space: all files of a batch that are stored and failed.
     *
     * @return how many that are
     */
    @Transactional
    public int retryFailed(BatchId id, Asker asker) {
        Batch batch = batches.batch(id, asker);
        grants.requireWrite(batch.space(), asker);
        List<RevisionId> failed =
                batches.items(id, Outcome.FAILED, 0, MOST, asker).stream()
                        .map(BatchItem::revision)
                        .filter(Objects::nonNull)
                        .toList();
        failed.forEach(queue::addAgainIfFailed);
        events.publishEvent(
                new RetryAction(
                        new Subject("batch", id.value().toString(), batch.name()),
                        failed.size(),
                        asker));
        return failed.size();
    }
}
