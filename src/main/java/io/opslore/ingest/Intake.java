package io.opslore.ingest;

import io.opslore.identity.Asker;
import io.opslore.library.SpaceId;
import io.opslore.library.Stored;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Service;

/** The door for bytes: from uploads, the command line and connectors. Thread-safe. */
@Service
public class Intake {

    /**
     * For those who may write to the space. Stores the bytes and queues the revision in one
     * transaction, so that after a crash there is either both or nothing. Unchanged bytes are
     * queued again only if their last attempt failed.
     *
     * @throws io.opslore.library.NotAllowed or {@link io.opslore.library.NotFound} by the asker's
     *     grants
     * @throws IllegalArgumentException for an unusable path
     */
    public Stored accept(SpaceId space, String path, InputStream bytes, Asker asker)
            throws IOException {
        throw new UnsupportedOperationException();
    }
}
