package io.opslore.library;

import io.opslore.identity.Asker;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes bytes in under a path. Thread-safe; two uploads of one path are put one after the other.
 */
@Service
public class Storing {

    private final DocumentRecords documents;
    private final RevisionRecords revisions;
    private final Blobs blobs;
    private final Grants grants;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Storing(
            DocumentRecords documents,
            RevisionRecords revisions,
            Blobs blobs,
            Grants grants,
            TransactionTemplate transaction,
            Clock clock) {
        this.documents = documents;
        this.revisions = revisions;
        this.blobs = blobs;
        this.grants = grants;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * For those who may write to the space. Reads the stream to its end and makes a revision,
     * unless the newest one holds the same bytes.
     *
     * @param path any separators; brought into the library's form
     * @param origin how it came in; also the source that the path is unique within
     * @param inSameTransaction runs before the commit, so that what it records lives and dies with
     *     the revision
     * @throws IllegalArgumentException if the path is unusable
     */
    public Stored store(
            SpaceId space,
            String path,
            InputStream bytes,
            String origin,
            Asker asker,
            Consumer<Stored> inSameTransaction)
            throws IOException {
        grants.requireWrite(space, asker);
        String key = DocumentPath.normalised(path);
        Blobs.Blob blob = blobs.put(bytes);
        Supplier<Stored> attempt =
                () ->
                        transaction.execute(status -> {
                            Stored stored = record(space, key, blob, origin, asker);
                            inSameTransaction.accept(stored);
                            return stored;
                        });
        try {
            return attempt.get();
        } catch (DataIntegrityViolationException e) {
            // Somebody else was first to store this path; now there is a document to revise.
            return attempt.get();
        }
    }

    private Stored record(SpaceId space, String path, Blobs.Blob blob, String origin, Asker asker) {
        return documents
                .findBySpaceIdAndSourceAndPath(space.value(), origin, path)
                .map(document -> revise(document, blob, origin, asker))
                .orElseGet(() -> add(space, path, blob, origin, asker));
    }

    private Stored add(SpaceId space, String path, Blobs.Blob blob, String origin, Asker asker) {
        var document = new DocumentEntity();
        document.id = UUID.randomUUID();
        document.spaceId = space.value();
        document.source = origin;
        document.path = path;
        document.title = path.substring(path.lastIndexOf('/') + 1);
        document.owner = asker.username();
        RevisionEntity revision = revision(document, 1, blob, origin, asker);
        document.newestRevisionId = revision.id;
        document.changedAt = revision.createdAt;
        documents.saveAndFlush(document);
        revisions.saveAndFlush(revision);
        return new Stored.Added(new DocumentId(document.id), new RevisionId(revision.id));
    }

    private Stored revise(DocumentEntity document, Blobs.Blob blob, String origin, Asker asker) {
        RevisionEntity newest = revisions.findById(document.newestRevisionId).orElseThrow();
        if (newest.sha256.equals(blob.sha256())) {
            return new Stored.Unchanged(new DocumentId(document.id), new RevisionId(newest.id));
        }
        RevisionEntity revision = revision(document, newest.number + 1, blob, origin, asker);
        revisions.saveAndFlush(revision);
        document.newestRevisionId = revision.id;
        document.changedAt = revision.createdAt;
        return new Stored.Revised(new DocumentId(document.id), new RevisionId(revision.id));
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
        revision.origin = origin;
        revision.createdAt = clock.instant();
        return revision;
    }
}
