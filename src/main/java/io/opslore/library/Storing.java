package io.opslore.library;

import io.opslore.identity.Asker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes bytes in under a path. Thread-safe; two uploads of one path are put one after the other.
 */
@Service
public class Storing {

    private final Recording recording;
    private final Blobs blobs;
    private final BlobRemovalRecords removals;
    private final Grants grants;
    private final TransactionTemplate transaction;

    Storing(
            Recording recording,
            Blobs blobs,
            BlobRemovalRecords removals,
            Grants grants,
            TransactionTemplate transaction) {
        this.recording = recording;
        this.blobs = blobs;
        this.removals = removals;
        this.grants = grants;
        this.transaction = transaction;
    }

    /**
     * For those who may write to the space. Reads the stream to its end and makes a revision,
     * unless the newest one holds the same bytes. A document in the bin comes back by it.
     *
     * @param origin how it came in
     */
    public Stored store(DocumentKey key, InputStream bytes, String origin, Asker asker)
            throws IOException {
        return store(key, bytes, asker, blob -> recording.record(key, blob, origin, asker));
    }

    /** The same, of what somebody changed elsewhere; who sees the document does not matter. */
    Stored store(
            DocumentKey key,
            InputStream bytes,
            Provenance provenance,
            Consumer<Stored> also,
            Asker asker)
            throws IOException {
        return store(
                key,
                bytes,
                asker,
                blob -> {
                    Stored stored = recording.follow(key, blob, provenance, asker);
                    also.accept(stored);
                    return stored;
                });
    }

    private Stored store(
            DocumentKey key, InputStream bytes, Asker asker, Function<Blobs.Blob, Stored> record)
            throws IOException {
        grants.requireWrite(key.space(), asker);
        try (Blobs.Incoming incoming = blobs.receive(bytes)) {
            Supplier<Stored> attempt =
                    () -> transaction.execute(status -> record(incoming, record));
            try {
                return attempt.get();
            } catch (DataIntegrityViolationException e) {
                // Somebody else was first to store this path; now there is a document to revise.
                return attempt.get();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Stored record(Blobs.Incoming incoming, Function<Blobs.Blob, Stored> record) {
        Stored stored = record.apply(incoming.blob());
        // Last of all, after what others still write: a crash between the file and the commit would
        // leave a file that nobody uses. Also for known bytes: it heals a store that has lost them.
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        keep(incoming);
                    }
                });
        return stored;
    }

    /** From here to the commit nobody deletes these bytes for having no revision. */
    private void keep(Blobs.Incoming incoming) {
        removals.lock(incoming.blob().sha256());
        try {
            incoming.store();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
