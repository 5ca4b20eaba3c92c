package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;

/**
 * Brings described revisions into the index; for ingest. Every step may be repeated: a step that
 * was done already, or was cut off by a crash, leaves the same state when run again. Thread-safe.
 */
@Service
public class Indexing {

    /** Chunks the revision's stored text and makes it findable by its words, durably. */
    public void indexText(RevisionId revision) {
        throw new UnsupportedOperationException();
    }

    /**
     * Embeds what is not embedded yet and makes the revision findable by meaning. Stops between
     * batches when the thread is interrupted.
     *
     * @param progress called with (windows done, windows in all)
     */
    public void embed(RevisionId revision, BiConsumer<Integer, Integer> progress) {
        throw new UnsupportedOperationException();
    }

    /** Takes a revision out of the index and drops what was derived from it. */
    public void forget(RevisionId revision) {
        throw new UnsupportedOperationException();
    }
}
