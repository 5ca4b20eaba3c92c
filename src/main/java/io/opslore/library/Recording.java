package io.opslore.library;

import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        return find(key)
                .map(document -> revise(visible(document, asker), blob, origin, asker))
                .orElseGet(() -> add(key, blob, byNow(origin, asker), asker));
    }

    /** The same, of a file elsewhere: whoever set it up need not see what becomes of it. */
    Stored follow(DocumentKey key, Blobs.Blob blob, Provenance provenance, Asker asker) {
        Instant now = clock.instant();
        var by =
                new By(
                        provenance.author(),
                        null,
                        provenance.at().isAfter(now) ? now : provenance.at(),
                        provenance.origin());
        return find(key)
                .map(document -> revise(document, blob, by, asker))
                .orElseGet(() -> add(key, blob, by, asker));
    }

    private Optional<DocumentEntity> find(DocumentKey key) {
        return documents.findBySpaceIdAndSourceAndPath(
                key.space().value(), key.source(), key.path());
    }

    private By byNow(String origin, Asker asker) {
        return new By(asker.username(), asker.id(), clock.instant(), origin);
    }

    /**
     * The same of what was seen of a live system. Nobody hears of it: there is nothing to extract,
     * to index or to count.
     */
    Stored snapshot(DocumentKey key, Blobs.Blob blob, String title, Asker asker) {
        By by = byNow(key.source(), asker);
        return find(key)
                .map(document -> again(document, blob, by))
                .orElseGet(() -> first(key, blob, title, by));
    }

    private Stored again(DocumentEntity document, Blobs.Blob blob, By by) {
        RevisionEntity newest = revisions.findById(document.newestRevisionId).orElseThrow();
        if (newest.sha256.equals(blob.sha256())) {
            // Seen again: it is not too old to be cited.
            document.changedAt = by.at();
            return new Stored.Unchanged(document.documentId(), new RevisionId(newest.id));
        }
        RevisionEntity revision = revision(document, newest.number + 1, blob, by);
        revisions.saveAndFlush(revision);
        document.newestRevisionId = revision.id;
        document.changedAt = revision.createdAt;
        return new Stored.Revised(document.documentId(), new RevisionId(revision.id));
    }

    private Stored first(DocumentKey key, Blobs.Blob blob, String title, By by) {
        DocumentEntity document = document(key, by.author());
        document.title = title;
        document.snapshot = true;
        RevisionEntity revision = withFirst(document, blob, by);
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
        return revise(document, blob, byNow(origin, asker), asker);
    }

    private Stored revise(DocumentEntity document, Blobs.Blob blob, By by, Asker asker) {
        RevisionEntity newest = revisions.findById(document.newestRevisionId).orElseThrow();
        // What comes back from the bin gets a revision in any case: it says who brought it back.
        if (newest.sha256.equals(blob.sha256()) && !document.isBinned()) {
            return new Stored.Unchanged(document.documentId(), new RevisionId(newest.id));
        }
        RevisionEntity revision = revision(document, newest.number + 1, blob, by);
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

    private Stored add(DocumentKey key, Blobs.Blob blob, By by, Asker asker) {
        DocumentEntity document = document(key, asker.username());
        RevisionEntity revision = withFirst(document, blob, by);
        events.publishEvent(DocumentAction.stored(document, revision, asker));
        return stored(
                new Stored.Added(document.documentId(), new RevisionId(revision.id)),
                revision,
                asker);
    }

    private static DocumentEntity document(DocumentKey key, String owner) {
        var document = new DocumentEntity();
        document.id = UUID.randomUUID();
        document.spaceId = key.space().value();
        document.source = key.source();
        document.path = key.path();
        document.title = key.path().substring(key.path().lastIndexOf('/') + 1);
        document.owner = owner;
        return document;
    }

    private RevisionEntity withFirst(DocumentEntity document, Blobs.Blob blob, By by) {
        RevisionEntity revision = revision(document, 1, blob, by);
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

    private static RevisionEntity revision(
            DocumentEntity document, int number, Blobs.Blob blob, By by) {
        var revision = new RevisionEntity();
        revision.id = UUID.randomUUID();
        revision.documentId = document.id;
        revision.number = number;
        revision.sha256 = blob.sha256();
        revision.size = blob.size();
        revision.author = by.author();
        revision.accountId = by.account() == null ? null : by.account().value();
        revision.origin = by.origin();
        revision.createdAt = by.at();
        return revision;
    }

    /**
     * What a revision says of where it is from.
     *
     * @param account null where only the name is known
     */
    private record By(String author, @Nullable AccountId account, Instant at, String origin) {}
}
