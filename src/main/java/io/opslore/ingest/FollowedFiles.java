package io.opslore.ingest;

import io.opslore.identity.Asker;
import io.opslore.ingest.extract.FileKinds;
import io.opslore.ingest.queue.IngestQueue;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.DocumentKey;
import io.opslore.library.Following;
import io.opslore.library.Provenance;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.library.Stored;
import io.opslore.retrieval.Indexing;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * The door for connectors, whose files live elsewhere and change there. Everything is for those who
 * may write to the space. Thread-safe.
 */
@Service
public class FollowedFiles {

    private final Following following;
    private final Intake intake;
    private final IngestQueue queue;
    private final Indexing indexing;
    private final IngestSettings settings;

    FollowedFiles(
            Following following,
            Intake intake,
            IngestQueue queue,
            Indexing indexing,
            IngestSettings settings) {
        this.following = following;
        this.intake = intake;
        this.queue = queue;
        this.indexing = indexing;
        this.settings = settings;
    }

    /** How many bytes from a file's start tell its kind. */
    public static int head() {
        return FileKinds.HEAD;
    }

    /** What a file is; empty for what the portal cannot read. */
    public Optional<FileKind> kind(byte[] head, String fileName) {
        return FileKinds.of(head, fileName);
    }

    /** The most bytes that a file may have. */
    public long mostBytes() {
        return settings.maxFileSize().toBytes();
    }

    /** A path as it may be kept and shown. */
    public String withoutSecrets(String path, SpaceId space) {
        return intake.withoutSecrets(path, space);
    }

    /**
     * Stores the bytes and queues the revision in one transaction.
     *
     * @param key its path went through {@link #withoutSecrets}
     * @param also is done in that transaction, and undoes it by throwing; may be called again
     */
    public Stored accept(
            DocumentKey key,
            InputStream bytes,
            Provenance provenance,
            Consumer<Stored> also,
            Asker asker)
            throws IOException {
        InputStream limited = FileTooLarge.beyond(mostBytes(), bytes);
        Stored stored = following.store(key, limited, provenance, also, asker);
        if (stored instanceof Stored.Unchanged(var document, var revision)) {
            queue.addAgainIfFailed(revision);
        }
        return stored;
    }

    /**
     * The document is called otherwise; found by it after {@link #renamed}.
     *
     * @return what it is now; empty where it is gone, or the path is taken
     */
    public Optional<Document> move(DocumentId document, DocumentKey to, Asker asker) {
        return following.move(document, to, asker);
    }

    /**
     * Lets search know of a new name. Until that is done the document is not found for a moment.
     *
     * @param current the revision that answers for what was moved
     */
    public void renamed(RevisionId current) {
        indexing.renew(List.of(current));
    }

    /** Whether a revision of that origin is here already. */
    public boolean holds(DocumentKey key, String origin, Asker asker) {
        return following.holds(key, origin, asker);
    }

    /** Puts the document into the bin. */
    public void bin(DocumentId document, SpaceId space, Asker asker) {
        following.bin(document, space, asker);
    }
}
