package io.opslore.library;

import io.opslore.identity.Asker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Documents as a person sees them: everything here is checked against the asker's grants.
 * Thread-safe.
 */
@Service
@Transactional(readOnly = true)
public class Documents {

    private final DocumentRecords documents;
    private final RevisionRecords revisions;
    private final RevisionTextRecords texts;
    private final Blobs blobs;
    private final Grants grants;

    Documents(
            DocumentRecords documents,
            RevisionRecords revisions,
            RevisionTextRecords texts,
            Blobs blobs,
            Grants grants) {
        this.documents = documents;
        this.revisions = revisions;
        this.texts = texts;
        this.blobs = blobs;
        this.grants = grants;
    }

    /** For readers of the space: its documents by path. */
    public List<Document> in(SpaceId space, Asker asker) {
        grants.requireRead(space, asker);
        return documents.findBySpaceIdOrderByPath(space.value()).stream()
                .map(DocumentEntity::toDocument)
                .toList();
    }

    /** For readers of its space; {@link NotFound} for everyone else. */
    public Document document(DocumentId id, Asker asker) {
        return readable(id, asker).toDocument();
    }

    /** For readers of its space: all revisions, the newest first. */
    public List<Revision> revisions(DocumentId id, Asker asker) {
        DocumentEntity document = readable(id, asker);
        return revisions.findByDocumentIdOrderByNumberDesc(id.value()).stream()
                .map(revision -> revision.toRevision(document))
                .toList();
    }

    /** For readers of its space; {@link NotFound} for everyone else. */
    public Revision revision(RevisionId id, Asker asker) {
        RevisionEntity revision =
                revisions.findById(id.value()).orElseThrow(() -> new NotFound("Revision"));
        return revision.toRevision(readable(new DocumentId(revision.documentId), asker));
    }

    /** For readers of its space: empty while extraction has not finished, or has failed. */
    public Optional<RevisionText> text(RevisionId id, Asker asker) {
        revision(id, asker);
        return texts.findById(id.value()).map(RevisionTextEntity::toText);
    }

    /** For readers of its space: the original bytes; the caller closes the stream. */
    public InputStream original(RevisionId id, Asker asker) {
        try {
            return blobs.open(revision(id, asker).sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DocumentEntity readable(DocumentId id, Asker asker) {
        DocumentEntity document =
                documents.findById(id.value()).orElseThrow(() -> new NotFound("Document"));
        if (!grants.readable(asker).covers(new SpaceId(document.spaceId))) {
            throw new NotFound("Document");
        }
        return document;
    }
}
