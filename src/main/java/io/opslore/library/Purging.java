package io.opslore.library;

import io.opslore.audit.Actor;
import jakarta.persistence.PessimisticLockException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes documents for good. The rows go at once, and with them the note which blobs may go. Who
 * reads the same document into the index meanwhile may hold what goes with it and wait for the
 * document: PostgreSQL breaks that knot by ending one of the two, which begins again.
 */
@Component
@Retryable(
        includes = {PessimisticLockException.class, PessimisticLockingFailureException.class},
        delay = 100,
        jitter = 50)
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
    boolean purge(UUID id, Actor actor) {
        return purge(id, document -> true, actor);
    }

    /** Unless somebody has brought it back meanwhile. */
    @Transactional
    boolean purgeIfBinnedBefore(UUID id, Instant time) {
        return purge(
                id,
                document -> document.binnedAt != null && document.binnedAt.isBefore(time),
                Actor.PORTAL);
    }

    /** Where these are all its revisions and it was not seen again meanwhile. */
    @Transactional
    boolean purgeIfAllAre(UUID id, Set<RevisionId> free, Instant time) {
        return purge(
                id,
                document ->
                        document.changedAt.isBefore(time)
                                && revisions.idsOf(id).stream()
                                        .allMatch(one -> free.contains(new RevisionId(one))),
                Actor.PORTAL);
    }

    private boolean purge(UUID id, Predicate<DocumentEntity> condition, Actor actor) {
        return documents
                .lock(id)
                .filter(condition)
                .map(document -> remove(document, actor))
                .isPresent();
    }

    private DocumentEntity remove(DocumentEntity document, Actor actor) {
        List<RevisionId> gone = revisions.idsOf(document.id).stream().map(RevisionId::new).toList();
        events.publishEvent(new DocumentPurged(document.documentId(), gone, document.narrowed));
        events.publishEvent(
                DocumentAction.of("purge", document, actor, Map.of("revisions", gone.size())));
        removals.noticeBlobsOf(document.id, clock.instant());
        documents.delete(document);
        return document;
    }
}
