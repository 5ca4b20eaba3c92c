package io.opslore.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps bytes together with the revision that holds them: either both are there afterwards or
 * neither. Thread-safe; two that keep one path are put one after the other.
 */
@Component
class Keeping {

    private final Blobs blobs;
    private final BlobRemovalRecords removals;
    private final TransactionTemplate transaction;

    Keeping(Blobs blobs, BlobRemovalRecords removals, TransactionTemplate transaction) {
        this.blobs = blobs;
        this.removals = removals;
        this.transaction = transaction;
    }

    /**
     * Reads the stream to its end.
     *
     * @param record writes the revision down; called in a transaction, twice where somebody else
     *     was first to store the path
     */
    Stored keep(InputStream bytes, Function<Blobs.Blob, Stored> record) throws IOException {
        try (Blobs.Incoming incoming = blobs.receive(bytes)) {
            Supplier<Stored> attempt =
                    () -> transaction.execute(status -> recorded(incoming, record));
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

    private Stored recorded(Blobs.Incoming incoming, Function<Blobs.Blob, Stored> record) {
        Stored stored = record.apply(incoming.blob());
        // Last of all, after what others still write: a crash between the file and the commit would
        // leave a file that nobody uses. Also for known bytes: it heals a store that has lost them.
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        store(incoming);
                    }
                });
        return stored;
    }

    /** From here to the commit nobody deletes these bytes for having no revision. */
    private void store(Blobs.Incoming incoming) {
        removals.lock(incoming.blob().sha256());
        try {
            incoming.store();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
