package io.opslore.library;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/**
 * Original bytes, addressed by their SHA-256. Storing is idempotent and all-or-nothing: a reader
 * never sees a part of a blob, even after a crash. Implementations are thread-safe.
 */
public interface Blobs {

    /** Reads the stream to its end and stores it; does not close it. */
    Blob put(InputStream bytes) throws IOException;

    /**
     * Opens a stored blob; the caller closes the stream. Throws {@link
     * java.nio.file.NoSuchFileException} if absent.
     */
    InputStream open(String sha256) throws IOException;

    /** All that is stored, in no order; what comes or goes meanwhile may be missing or there. */
    List<Held> held() throws IOException;

    /** Does nothing if it is absent. */
    void delete(String sha256) throws IOException;

    /**
     * A blob in the store.
     *
     * @param size in bytes
     * @param storedAt when it was stored first
     */
    record Held(String sha256, long size, Instant storedAt) {}

    /**
     * What was stored.
     *
     * @param sha256 lower-case hex
     * @param size in bytes
     */
    record Blob(String sha256, long size) {}
}
