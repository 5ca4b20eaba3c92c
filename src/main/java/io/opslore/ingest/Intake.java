package io.opslore.ingest;

import io.opslore.guard.LimitReached;
import io.opslore.guard.UploadLimits;
import io.opslore.identity.Asker;
import io.opslore.ingest.extract.SecretMasking;
import io.opslore.ingest.queue.IngestQueue;
import io.opslore.library.DocumentKey;
import io.opslore.library.SpaceId;
import io.opslore.library.Stored;
import io.opslore.library.Storing;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Service;

/** The door for bytes: from uploads, the command line and connectors. Thread-safe. */
@Service
public class Intake {

    static final String UPLOAD = "upload";

    private final Storing storing;
    private final IngestQueue queue;
    private final UploadLimits limits;
    private final SecretMasking masking;
    private final IngestSettings settings;

    Intake(
            Storing storing,
            IngestQueue queue,
            UploadLimits limits,
            SecretMasking masking,
            IngestSettings settings) {
        this.storing = storing;
        this.queue = queue;
        this.limits = limits;
        this.masking = masking;
        this.settings = settings;
    }

    /**
     * For those who may write to the space. Stores the bytes and queues the revision in one
     * transaction, so that after a crash there is either both or nothing. Unchanged bytes are
     * queued again only if their last attempt failed.
     *
     * @throws io.opslore.identity.NotAllowed or {@link io.opslore.library.NotFound} by the asker's
     *     grants
     * @throws IllegalArgumentException for an unusable path
     * @throws FileTooLarge for more bytes than the portal takes
     * @throws io.opslore.guard.LimitReached for more bytes than the asker may upload or still store
     */
    public Stored accept(SpaceId space, String path, InputStream bytes, Asker asker)
            throws IOException {
        var key = new DocumentKey(space, UPLOAD, withoutSecrets(path, space));
        Stored stored = store(key, bytes, asker);
        if (stored instanceof Stored.Unchanged(var document, var revision)) {
            queue.addAgainIfFailed(revision);
        }
        return stored;
    }

    /**
     * What a file, an archive or a batch is called, as it may be kept, shown and put on the record.
     * What {@link #accept} is given need not have gone through it.
     */
    public String withoutSecrets(String name, SpaceId space) {
        return masking.name(name, space);
    }

    /**
     * The stream of an archive, which fails with {@link FileTooLarge} beyond its own limit, and
     * with {@link LimitReached} beyond what the asker may still store.
     */
    InputStream limitedArchive(InputStream bytes, Asker asker) {
        return FileTooLarge.beyond(
                settings.archive().maxSize().toBytes(), limits.archive(bytes, asker));
    }

    private Stored store(DocumentKey key, InputStream bytes, Asker asker) throws IOException {
        InputStream limited = FileTooLarge.beyond(settings.maxFileSize().toBytes(), bytes);
        try {
            return storing.store(key, limits.file(limited, asker), UPLOAD, asker);
        } catch (LimitReached e) {
            limits.refused(asker.id());
            throw e;
        }
    }
}
