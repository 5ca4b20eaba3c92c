package io.opslore.library;

import io.opslore.identity.AccountId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Revisions as the machinery sees them: for ingest and retrieval, which work for no one person.
 * Nothing here checks grants except {@link #confirmed}; nothing here may be handed to a view.
 * Thread-safe.
 */
@Service
@Transactional(readOnly = true)
public class Revisions {

    private final DocumentRecords documents;
    private final RevisionRecords revisions;
    private final Extracts extracts;
    private final Blobs blobs;
    private final ApplicationEventPublisher events;

    Revisions(
            DocumentRecords documents,
            RevisionRecords revisions,
            Extracts extracts,
            Blobs blobs,
            ApplicationEventPublisher events) {
        this.documents = documents;
        this.revisions = revisions;
        this.extracts = extracts;
        this.blobs = blobs;
        this.events = events;
    }

    /** Throws {@link NotFound} if there is none. */
    public Revision revision(RevisionId id) {
        RevisionEntity revision =
                revisions.findById(id.value()).orElseThrow(() -> new NotFound("Revision"));
        return revision.toRevision(document(revision));
    }

    /** The document of a revision, with its path, title and current revision. */
    public Document documentOf(RevisionId id) {
        RevisionEntity revision =
                revisions.findById(id.value()).orElseThrow(() -> new NotFound("Revision"));
        return document(revision).toDocument();
    }

    /** The sizes of all revisions of that origin that the account has stored and that still are. */
    public long bytesOf(AccountId account, String origin) {
        return revisions.bytesOf(account.value(), origin);
    }

    /** The original bytes; the caller closes the stream. */
    public InputStream original(RevisionId id) throws IOException {
        return blobs.open(revision(id).sha256());
    }

    /** The extracted text; empty until {@link #describe} was called. */
    public Optional<RevisionText> text(RevisionId id) {
        return extracts.text(id);
    }

    /**
     * Stores what extraction found. The first text stays: a second call for the same revision
     * changes nothing.
     */
    @Transactional
    public void describe(RevisionId id, RevisionText text) {
        extracts.keep(id, text);
    }

    /**
     * As {@link #describe(RevisionId, RevisionText)}, together with what the text says of itself.
     */
    @Transactional
    public void describe(RevisionId id, RevisionText text, FoundDetails found) {
        extracts.keep(id, text);
        extracts.keep(id, found);
    }

    /** As above, together with what was masked in the text before. */
    @Transactional
    public void describe(RevisionId id, RevisionText text, FoundDetails found, Masks masks) {
        extracts.keep(id, text, masks);
        extracts.keep(id, found);
    }

    /**
     * Current revisions that have a text but no details, from the one after the given: those that
     * were described before there were details.
     *
     * @param after the last of the previous call
     */
    public List<RevisionId> withoutDetails(Optional<RevisionId> after, int most) {
        UUID last = after.map(RevisionId::value).orElse(new UUID(0, 0));
        return revisions.withoutDetails(last, most).stream().map(RevisionId::new).toList();
    }

    /** Adds details to a revision that has none, and shows them if it is the current one. */
    @Transactional
    public void addDetails(RevisionId id, FoundDetails found) {
        RevisionEntity revision =
                revisions.findById(id.value()).orElseThrow(() -> new NotFound("Revision"));
        DocumentEntity document =
                documents.lock(revision.documentId).orElseThrow(() -> new NotFound("Document"));
        extracts.keep(id, found);
        if (revision.id.equals(document.currentRevisionId)) {
            extracts.show(document);
            events.publishEvent(new DetailsChanged(document.documentId()));
        }
    }

    /**
     * Lets a described revision answer from now on. Does nothing if a newer one already does, so
     * that revisions finished out of order leave the newest in place.
     */
    @Transactional
    public void makeCurrent(RevisionId id) {
        RevisionEntity revision =
                revisions.findById(id.value()).orElseThrow(() -> new NotFound("Revision"));
        DocumentEntity document =
                documents.lock(revision.documentId).orElseThrow(() -> new NotFound("Document"));
        UUID previous = document.currentRevisionId;
        if (revision.id.equals(previous) || isNewer(previous, revision)) {
            return;
        }
        document.currentRevisionId = revision.id;
        extracts.show(document);
        events.publishEvent(
                new RevisionBecameCurrent(
                        document.documentId(),
                        id,
                        previous == null ? null : new RevisionId(previous)));
    }

    /**
     * The second check of every search hit: of the given revisions, the documents of those that are
     * current, lie within the scope and are not in the bin.
     */
    public Map<RevisionId, Document> confirmed(Collection<RevisionId> ids, ReadScope scope) {
        if (ids.isEmpty() || scope.isEmpty()) {
            return Map.of();
        }
        List<UUID> revisionIds = ids.stream().map(RevisionId::value).toList();
        List<UUID> spaceIds = List.of(scope.spaceIds());
        return documents
                .findByCurrentRevisionIdInAndSpaceIdInAndBinnedAtIsNull(revisionIds, spaceIds)
                .stream()
                .map(DocumentEntity::toDocument)
                .filter(document -> scope.covers(document.space(), document.id()))
                .collect(Collectors.toMap(Revisions::current, Function.identity()));
    }

    private static RevisionId current(Document document) {
        RevisionId current = document.current();
        if (current == null) {
            throw new IllegalStateException("Found by its current revision, so it has one");
        }
        return current;
    }

    private boolean isNewer(@Nullable UUID current, RevisionEntity candidate) {
        return current != null
                && revisions.findById(current).orElseThrow().number > candidate.number;
    }

    private DocumentEntity document(RevisionEntity revision) {
        return documents.findById(revision.documentId).orElseThrow(() -> new NotFound("Document"));
    }
}
