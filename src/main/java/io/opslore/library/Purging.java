package io.opslore.library;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes documents for good. The rows go at once, and with them the note which blobs may go. */
@Component
class Purging {

    private final DocumentRecords documents;
    private final RevisionRecords revisions;
    private final BlobRemovalRecords removals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Purging(
            DocumentRecords documents,
            RevisionRecords revisions,
            BlobRemovalRecords removals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.revisions = revisions;
        this.removals = removals;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @return whether there was such a document
     */
    @Transactional
    boolean purge(UUID id) {
        return purge(id, document -> true);
    }

    /** Unless somebody has brought it back meanwhile. */
    @Transactional
    boolean purgeIfBinnedBefore(UUID id, Instant time) {
        return purge(id, document -> document.binnedAt != null && document.binnedAt.isBefore(time));
    }

    private boolean purge(UUID id, Predicate<DocumentEntity> condition) {
        return documents.lock(id).filter(condition).map(this::remove).isPresent();
    }

    private DocumentEntity remove(DocumentEntity document) {
        events.publishEvent(
                new DocumentPurged(
                        document.documentId(),
                        revisions.idsOf(document.id).stream().map(RevisionId::new).toList(),
                        document.narrowed));
        removals.noticeBlobsOf(document.id, clock.instant());
        documents.delete(document);
        return document;
    }
}
