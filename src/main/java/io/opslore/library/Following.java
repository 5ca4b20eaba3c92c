package io.opslore.library;

import io.opslore.identity.Asker;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What connectors do: documents follow files that live elsewhere. Everything is for those who may
 * write to the space, asked each time of whoever set the connector up. Who may see a document does
 * not matter here: a connector keeps the documents that it brought, also those that were narrowed
 * to others, and tells nobody what they hold. Thread-safe.
 */
@Service
public class Following {

    private final Storing storing;
    private final DocumentRecords documents;
    private final RevisionRecords revisions;
    private final Grants grants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Following(
            Storing storing,
            DocumentRecords documents,
            RevisionRecords revisions,
            Grants grants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.storing = storing;
        this.documents = documents;
        this.revisions = revisions;
        this.grants = grants;
        this.events = events;
        this.clock = clock;
    }

    /**
     * As {@link Storing#store}, with the author and time of the other side. Not within another
     * transaction.
     *
     * @param also is done in the transaction that stores, and undoes it by throwing; may be called
     *     again
     */
    public Stored store(
            DocumentKey key,
            InputStream bytes,
            Provenance provenance,
            Consumer<Stored> also,
            Asker asker)
            throws IOException {
        return storing.store(key, bytes, provenance, also, asker);
    }

    /**
     * The document is called otherwise from now on; its revisions stay. A title that was its file's
     * name follows.
     *
     * @return what it is now; empty where it is gone, or where another document, which may be in
     *     the bin, has that path
     */
    @Transactional
    public Optional<Document> move(DocumentId id, DocumentKey to, Asker asker) {
        grants.requireWrite(to.space(), asker);
        DocumentEntity document = documents.lock(id.value()).orElse(null);
        if (document == null || !isOf(document, to) || isTaken(to)) {
            return Optional.empty();
        }
        String from = document.path;
        if (document.title.equals(fileName(from))) {
            document.title = fileName(to.path());
        }
        document.path = to.path();
        events.publishEvent(new DetailsChanged(id));
        events.publishEvent(
                DocumentAction.of("move", document, asker.actor(), Map.of("from", from)));
        return Optional.of(document.toDocument());
    }

    /** Whether the document has a revision that came in so. */
    @Transactional
    public boolean holds(DocumentKey key, String origin, Asker asker) {
        grants.requireWrite(key.space(), asker);
        return documents
                .findBySpaceIdAndSourceAndPath(key.space().value(), key.source(), key.path())
                .filter(document -> revisions.existsByDocumentIdAndOrigin(document.id, origin))
                .isPresent();
    }

    /** Puts a document into the bin whose file is gone; does nothing to one that is there. */
    @Transactional
    public void bin(DocumentId id, SpaceId space, Asker asker) {
        grants.requireWrite(space, asker);
        documents
                .lock(id.value())
                .filter(document -> document.spaceId.equals(space.value()) && !document.isBinned())
                .ifPresent(document -> {
                    document.binnedAt = clock.instant();
                    document.binnedBy = asker.username();
                    events.publishEvent(new DocumentBinned(id));
                    events.publishEvent(
                            DocumentAction.of("bin", document, asker.actor(), Map.of()));
                });
    }

    private static boolean isOf(DocumentEntity document, DocumentKey key) {
        return document.spaceId.equals(key.space().value()) && document.source.equals(key.source());
    }

    private boolean isTaken(DocumentKey key) {
        return documents
                .findBySpaceIdAndSourceAndPath(key.space().value(), key.source(), key.path())
                .isPresent();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
