package io.opslore.ingest.archive;

import io.opslore.ingest.BatchItem.Reason;
import java.io.IOException;
import java.io.InputStream;

/** Takes what stands in an archive, in the archive's order. */
public interface Entries {

    /** Asked before each entry; may wait. Reading ends when it answers false. */
    boolean goOn();

    /**
     * A file.
     *
     * @param path relative, slash-separated, without {@code .} and {@code ..}; each comes once
     * @param bytes valid during the call; fails where the archive is to blame, and that must be let
     *     through
     * @throws IOException if the archive is to blame, or if no entry can be taken any more
     */
    void file(String path, InputStream bytes) throws IOException;

    /** Something that is not taken. */
    void passedOver(String path, Reason reason, String detail);
}
