package io.opslore.library;

import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Permission;
import io.opslore.library.Release.Copy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * What leaves the portal, each time on the record: originals for those who may have them, masked
 * texts for all other readers. The only way to the original bytes for a person. Thread-safe.
 */
@Service
public class Downloads {

    private final Documents documents;
    private final Releasing releasing;
    private final Extracts extracts;
    private final Blobs blobs;
    private final ApplicationEventPublisher events;

    Downloads(
            Documents documents,
            Releasing releasing,
            Extracts extracts,
            Blobs blobs,
            ApplicationEventPublisher events) {
        this.documents = documents;
        this.releasing = releasing;
        this.extracts = extracts;
        this.blobs = blobs;
        this.events = events;
    }

    /** For readers of its space: what {@link #file} and {@link #shown} would give. */
    public Release release(RevisionId id, Asker asker) {
        return releasing.of(documents.revision(id, asker), asker);
    }

    /**
     * For readers of its space: the original, or the masked text for those who may not have it.
     *
     * @throws NotAllowed where there is no masked text
     */
    public TakenFile file(RevisionId id, Asker asker) {
        Revision revision = documents.revision(id, asker);
        return switch (releasing.of(revision, asker).copy()) {
            case ORIGINAL -> originalFile(revision, asker);
            case MASKED_TEXT -> maskedFile(revision, asker);
            case NONE -> throw refused();
        };
    }

    /**
     * For readers of its space who may have the original.
     *
     * @throws NotAllowed for the others
     */
    public TakenFile original(RevisionId id, Asker asker) {
        Revision revision = documents.revision(id, asker);
        if (releasing.of(revision, asker).copy() != Copy.ORIGINAL) {
            throw refused();
        }
        return originalFile(revision, asker);
    }

    /** For readers of its space: as what a page may draw the original; else empty. */
    public Optional<MediaKind> drawn(RevisionId id, Asker asker) {
        Revision revision = documents.revision(id, asker);
        try (InputStream bytes = blobs.open(revision.sha256())) {
            return MediaKind.of(bytes.readNBytes(MediaKind.HEAD))
                    .filter(kind -> releasing.isDrawn(kind, revision, asker));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * For a page that draws it; the caller closes the stream.
     *
     * @param first false for what is a further part of something on the record
     * @throws NotFound unless it {@linkplain #drawn may be drawn}
     */
    public InputStream shown(RevisionId id, boolean first, Asker asker) {
        if (drawn(id, asker).isEmpty()) {
            throw new NotFound("Original");
        }
        Revision revision = documents.revision(id, asker);
        if (first) {
            record(revision, "page", Copy.ORIGINAL, asker);
        }
        return bytes(revision);
    }

    private TakenFile originalFile(Revision revision, Asker asker) {
        InputStream bytes = bytes(revision);
        record(revision, "file", Copy.ORIGINAL, asker);
        return new TakenFile(revision.fileName(), revision.size(), bytes);
    }

    private TakenFile maskedFile(Revision revision, Asker asker) {
        RevisionText text = extracts.text(revision.id()).orElseThrow(() -> new NotFound("Text"));
        byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
        record(revision, "file", Copy.MASKED_TEXT, asker);
        String name = revision.fileName() + text.format().endOfTextName();
        return new TakenFile(name, bytes.length, new ByteArrayInputStream(bytes));
    }

    private InputStream bytes(Revision revision) {
        try {
            return blobs.open(revision.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(Revision revision, String how, Copy copy, Asker asker) {
        events.publishEvent(
                DocumentAction.downloaded(
                        revision,
                        Map.of(
                                "how",
                                how,
                                "content",
                                copy == Copy.ORIGINAL ? "original" : "masked"),
                        asker));
    }

    private static NotAllowed refused() {
        return new NotAllowed(Permission.DOCUMENT_ORIGINAL.key() + " in this space");
    }
}
