package io.opslore.library;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Original bytes, addressed by their SHA-256. Storing is idempotent and all-or-nothing: a reader
 * never sees a part of a blob, even after a crash. Implementations are thread-safe.
 */
public interface Blobs {

    /**
     * Reads the stream to its end and makes the bytes durable, but does not store them yet: their
     * address is not known before, and between finding a blob stored and referring to it nobody may
     * delete it. Does not close the stream.
     */
    Incoming receive(InputStream bytes) throws IOException;

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
     */
    record Held(String sha256, long size) {}

    /**
     * What was received.
     *
     * @param sha256 lower-case hex
     * @param size in bytes
     */
    record Blob(String sha256, long size) {}

    /** Bytes that wait for being stored; closing throws them away if they were not. */
    interface Incoming extends AutoCloseable {

        Blob blob();

        /** Stores the bytes, or leaves the very same ones that are stored already. Once only. */
        void store() throws IOException;

        @Override
        void close() throws IOException;
    }
}
