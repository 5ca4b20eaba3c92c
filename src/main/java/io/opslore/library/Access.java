package io.opslore.library;

import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Documents and revisions by the asker's grants, for this room alone. What is in the bin exists for
 * those who may bring it back, and for nobody else.
 */
@Component
class Access {

    private static final String REVISION = "Revision";

    private final DocumentRecords documents;
    private final RevisionRecords revisions;
    private final SnapshotQuotes quotes;
    private final Grants grants;

    Access(
            DocumentRecords documents,
            RevisionRecords revisions,
            SnapshotQuotes quotes,
            Grants grants) {
        this.documents = documents;
        this.revisions = revisions;
        this.quotes = quotes;
        this.grants = grants;
    }

    List<DocumentEntity> in(SpaceId space, Asker asker) {
        grants.requireRead(space, asker);
        return visible(
                documents.findBySpaceIdAndSnapshotFalseAndBinnedAtIsNullOrderByPath(space.value()),
                asker);
    }

    /** Throws {@link NotFound} where it may not be read. */
    DocumentEntity document(DocumentId id, Asker asker) {
        return readable(
                documents.findById(id.value()).orElseThrow(() -> new NotFound("Document")), asker);
    }

    /**
     * Locks the document until the end of the transaction, so this must be the first in it to read
     * the document. Throws {@link NotFound} where it may not be read, {@link NotAllowed} where it
     * may not be changed.
     */
    DocumentEntity writable(DocumentId id, Asker asker) {
        DocumentEntity document =
                readable(
                        documents.lock(id.value()).orElseThrow(() -> new NotFound("Document")),
                        asker);
        grants.requireWrite(new SpaceId(document.spaceId), asker);
        return document;
    }

    /** As {@link #writable}, by one of the document's revisions. */
    DocumentEntity writable(RevisionId id, Asker asker) {
        try {
            return writable(new DocumentId(unchecked(id).documentId), asker);
        } catch (NotFound document) {
            throw new NotFound(REVISION);
        }
    }

    /** Throws {@link NotFound} where there is none; says nothing about who may read it. */
    RevisionEntity unchecked(RevisionId id) {
        return revisions.findById(id.value()).orElseThrow(() -> new NotFound(REVISION));
    }

    /** Throws {@link NotFound} where its document may not be read, in the words for none. */
    Revision revision(RevisionId id, Asker asker) {
        RevisionEntity revision = unchecked(id);
        try {
            return revision.toRevision(document(new DocumentId(revision.documentId), asker));
        } catch (NotFound document) {
            throw new NotFound(REVISION);
        }
    }

    List<Revision> revisions(DocumentId id, Asker asker) {
        DocumentEntity document = document(id, asker);
        return revisions.findByDocumentIdOrderByNumberDesc(id.value()).stream()
                .map(revision -> revision.toRevision(document))
                .toList();
    }

    /** Readable documents whose current bytes are those of the given one. */
    List<DocumentEntity> twins(DocumentId id, Asker asker) {
        DocumentEntity document = document(id, asker);
        RevisionEntity shown =
                unchecked(
                        new RevisionId(
                                document.currentRevisionId == null
                                        ? document.newestRevisionId
                                        : document.currentRevisionId));
        ReadScope scope = grants.readable(asker);
        return documents.twins(shown.sha256, id.value(), List.of(scope.spaceIds())).stream()
                .filter(twin -> scope.covers(new SpaceId(twin.spaceId), twin.documentId()))
                .toList();
    }

    /** Those of the documents of readable spaces that the asker may see as well. */
    List<DocumentEntity> visible(List<DocumentEntity> inReadable, Asker asker) {
        ReadScope scope = grants.readable(asker);
        return inReadable.stream()
                .filter(document ->
                        scope.covers(new SpaceId(document.spaceId), document.documentId()))
                .toList();
    }

    private DocumentEntity readable(DocumentEntity document, Asker asker) {
        var space = new SpaceId(document.spaceId);
        boolean visible = grants.mayRead(space, document.documentId(), asker);
        if (!visible || document.isBinned() && !grants.mayWrite(space, asker)) {
            throw new NotFound("Document");
        }
        if (document.snapshot && !mayReadQuoted(document, asker)) {
            throw new NotFound("Document");
        }
        return document;
    }

    /** Who may look into a system may not for that read what else is told beside it. */
    private boolean mayReadQuoted(DocumentEntity snapshot, Asker asker) {
        List<SnapshotQuotes.Quoted> quoted =
                quotes.of(List.of(snapshot.id)).getOrDefault(snapshot.id, List.of());
        return quoted.isEmpty() || areIn(grants.readable(asker), quoted);
    }

    private static boolean areIn(ReadScope scope, List<SnapshotQuotes.Quoted> quoted) {
        return quoted.stream().allMatch(one -> one.isIn(scope));
    }
}
