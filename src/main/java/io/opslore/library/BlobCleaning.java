package io.opslore.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes blobs that lost their last revision. The database says first which ones, then the file
 * goes, then the note: a crash in between leaves a file to be deleted later, never a revision
 * without its bytes. Thread-safe, and several portals may do it at the same time.
 */
@Component
class BlobCleaning {

    private static final Logger log = LoggerFactory.getLogger(BlobCleaning.class);

    private final BlobRemovalRecords removals;
    private final RevisionRecords revisions;
    private final Blobs blobs;
    private final TransactionTemplate transaction;

    BlobCleaning(
            BlobRemovalRecords removals,
            RevisionRecords revisions,
            Blobs blobs,
            TransactionTemplate transaction) {
        this.removals = removals;
        this.revisions = revisions;
        this.blobs = blobs;
        this.transaction = transaction;
    }

    /** Works off what was noted; what cannot be deleted now stays noted. */
    void clean() {
        List<BlobRemovalEntity> due = removals.findTop100BySha256GreaterThanOrderBySha256("");
        while (!due.isEmpty()) {
            due.forEach(removal -> clean(removal.sha256));
            due = removals.findTop100BySha256GreaterThanOrderBySha256(due.getLast().sha256);
        }
    }

    /** Deletes one blob unless a revision has it, also one that is just being stored. */
    void clean(String sha256) {
        try {
            transaction.executeWithoutResult(status -> deleteIfUnused(sha256));
        } catch (RuntimeException e) {
            log.warn("The blob {} is not deleted yet: {}", sha256, e.toString());
        }
    }

    private void deleteIfUnused(String sha256) {
        if (!removals.mayDelete()) {
            // It is being copied; what was noted stays noted.
            return;
        }
        // Whoever stores the same bytes at this moment holds the lock until the revision is there.
        removals.lock(sha256);
        if (!revisions.existsBySha256(sha256)) {
            try {
                blobs.delete(sha256);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        removals.deleteById(sha256);
    }
}
