package io.opslore.library;

import io.opslore.identity.Asker;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/**
 * Takes bytes in under a path. Thread-safe; two uploads of one path are put one after the other.
 */
@Service
public class Storing {

    private final Recording recording;
    private final Keeping keeping;
    private final Grants grants;

    Storing(Recording recording, Keeping keeping, Grants grants) {
        this.recording = recording;
        this.keeping = keeping;
        this.grants = grants;
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
        return keeping.keep(bytes, record);
    }
}
