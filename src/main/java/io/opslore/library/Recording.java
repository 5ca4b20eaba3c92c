package io.opslore.library;

import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Writes revisions down and tells of them, within the transaction of the caller, who has checked
 * the grants.
 */
@Component
class Recording {

    private final DocumentRecords documents;
    private final RevisionRecords revisions;
    private final Grants grants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recording(
            DocumentRecords documents,
            RevisionRecords revisions,
            Grants grants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.revisions = revisions;
        this.grants = grants;
        this.events = events;
        this.clock = clock;
    }

    /** The document of the key is made, or revised. */
    Stored record(DocumentKey key, Blobs.Blob blob, String origin, Asker asker) {
        return documents
                .findBySpaceIdAndSourceAndPath(key.space().value(), key.source(), key.path())
                .map(document -> revise(visible(document, asker), blob, origin, asker))
                .orElseGet(() -> add(key, blob, origin, asker));
    }

    /**
     * The same of what was seen of a live system. Nobody hears of it: there is nothing to extract,
     * to index or to count.
     */
    Stored snapshot(DocumentKey key, Blobs.Blob blob, String title, Asker asker) {
        return documents
                .findBySpaceIdAndSourceAndPath(key.space().value(), key.source(), key.path())
                .map(document -> again(document, blob, asker))
                .orElseGet(() -> first(key, blob, title, asker));
    }

    private Stored again(DocumentEntity document, Blobs.Blob blob, Asker asker) {
        RevisionEntity newest = revisions.findById(document.newestRevisionId).orElseThrow();
        if (newest.sha256.equals(blob.sha256())) {
            return new Stored.Unchanged(document.documentId(), new RevisionId(newest.id));
        }
        RevisionEntity revision =
                revision(document, newest.number + 1, blob, Snapshots.SOURCE, asker);
        revisions.saveAndFlush(revision);
        document.newestRevisionId = revision.id;
        document.changedAt = revision.createdAt;
        return new Stored.Revised(document.documentId(), new RevisionId(revision.id));
    }

    private Stored first(DocumentKey key, Blobs.Blob blob, String title, Asker asker) {
        DocumentEntity document = document(key, asker);
        document.title = title;
        document.snapshot = true;
        RevisionEntity revision = withFirst(document, blob, Snapshots.SOURCE, asker);
        return new Stored.Added(document.documentId(), new RevisionId(revision.id));
    }

    /** That the path is taken cannot be hidden from who writes to it; what is there can. */
    private DocumentEntity visible(DocumentEntity document, Asker asker) {
        if (!grants.mayRead(new SpaceId(document.spaceId), document.documentId(), asker)) {
            throw new NotAllowed("write to this path: it is taken");
        }
        return document;
    }

    /**
     * @param document locked
     */
    Stored revise(DocumentEntity document, Blobs.Blob blob, String origin, Asker asker) {
        RevisionEntity newest = revisions.findById(document.newestRevisionId).orElseThrow();
        // What comes back from the bin gets a revision in any case: it says who brought it back.
        if (newest.sha256.equals(blob.sha256()) && !document.isBinned()) {
            return new Stored.Unchanged(document.documentId(), new RevisionId(newest.id));
        }
        RevisionEntity revision = revision(document, newest.number + 1, blob, origin, asker);
        revisions.saveAndFlush(revision);
        document.newestRevisionId = revision.id;
        document.changedAt = revision.createdAt;
        if (document.isBinned()) {
            document.takeOutOfBin();
            events.publishEvent(new DocumentRestored(document.documentId()));
        }
        events.publishEvent(DocumentAction.stored(document, revision, asker));
        return stored(
                new Stored.Revised(document.documentId(), new RevisionId(revision.id)),
                revision,
                asker);
    }

    private Stored add(DocumentKey key, Blobs.Blob blob, String origin, Asker asker) {
        DocumentEntity document = document(key, asker);
        RevisionEntity revision = withFirst(document, blob, origin, asker);
        events.publishEvent(DocumentAction.stored(document, revision, asker));
        return stored(
                new Stored.Added(document.documentId(), new RevisionId(revision.id)),
                revision,
                asker);
    }

    private static DocumentEntity document(DocumentKey key, Asker asker) {
        var document = new DocumentEntity();
        document.id = UUID.randomUUID();
        document.spaceId = key.space().value();
        document.source = key.source();
        document.path = key.path();
        document.title = key.path().substring(key.path().lastIndexOf('/') + 1);
        document.owner = asker.username();
        return document;
    }

    private RevisionEntity withFirst(
            DocumentEntity document, Blobs.Blob blob, String origin, Asker asker) {
        RevisionEntity revision = revision(document, 1, blob, origin, asker);
        document.newestRevisionId = revision.id;
        document.changedAt = revision.createdAt;
        documents.saveAndFlush(document);
        revisions.saveAndFlush(revision);
        return revision;
    }

    private Stored stored(Stored stored, RevisionEntity revision, Asker asker) {
        events.publishEvent(
                new RevisionStored(
                        stored.document(),
                        stored.revision(),
                        revision.origin,
                        asker.id(),
                        revision.size));
        return stored;
    }

    private RevisionEntity revision(
            DocumentEntity document, int number, Blobs.Blob blob, String origin, Asker asker) {
        var revision = new RevisionEntity();
        revision.id = UUID.randomUUID();
        revision.documentId = document.id;
        revision.number = number;
        revision.sha256 = blob.sha256();
        revision.size = blob.size();
        revision.author = asker.username();
        revision.accountId = asker.id().value();
        revision.origin = origin;
        revision.createdAt = clock.instant();
        return revision;
    }
}
