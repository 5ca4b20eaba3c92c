package io.opslore.library.ui;

import io.opslore.identity.Asker;
import io.opslore.identity.SignedIn;
import io.opslore.library.Documents;
import io.opslore.library.Downloads;
import io.opslore.library.MediaKind;
import io.opslore.library.NotFound;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands the originals that the viewer draws to the browser of a reader: pictures and PDF, nothing
 * that could be a page. A revision's address never changes, unlike that of a component's download,
 * so a document names its pictures by it and the browser keeps them.
 */
@RestController
@ConditionalOnWebApplication
class Originals {

    static final String BELOW = "originals/";

    /** Whatever a browser takes the bytes for: nothing in them runs and nothing is loaded. */
    static final String INERT = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

    private final Documents documents;
    private final Downloads downloads;
    private final SignedIn signedIn;

    Originals(Documents documents, Downloads downloads, SignedIn signedIn) {
        this.documents = documents;
        this.downloads = downloads;
        this.signedIn = signedIn;
    }

    /** Where the original of a revision is found, relative to the portal. */
    static String address(RevisionId revision) {
        return BELOW + revision.value();
    }

    /** For readers of its space. Everyone else, and every other kind of file, finds nothing. */
    @GetMapping("/" + BELOW + "{revision}")
    ResponseEntity<Resource> original(
            @PathVariable UUID revision, @RequestHeader HttpHeaders headers) throws IOException {
        Asker asker = signedIn.asker();
        try {
            Revision found = documents.revision(new RevisionId(revision), asker);
            Optional<MediaKind> kind = kind(found, asker);
            return kind.isEmpty()
                    ? nothing()
                    : shown(found, kind.get(), isFirst(headers, found), asker);
        } catch (NotFound hidden) {
            return nothing();
        }
    }

    private Optional<MediaKind> kind(Revision revision, Asker asker) throws IOException {
        try (InputStream bytes = documents.original(revision.id(), asker)) {
            return MediaKind.of(bytes.readNBytes(MediaKind.HEAD));
        }
    }

    /** Not for each part that is fetched, nor for what the browser has kept. */
    private static boolean isFirst(HttpHeaders headers, Revision revision) {
        String range = headers.getFirst(HttpHeaders.RANGE);
        String kept = headers.getFirst(HttpHeaders.IF_NONE_MATCH);
        return (range == null || range.startsWith("bytes=0-"))
                && (kept == null || !kept.contains(revision.sha256()));
    }

    private ResponseEntity<Resource> shown(
            Revision revision, MediaKind kind, boolean first, Asker asker) {
        return ResponseEntity.ok()
                // Kept, but asked about each time: rights may have ended meanwhile.
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(revision.sha256())
                .header("Content-Type", kind.contentType())
                .header("Content-Disposition", disposition(revision, kind).toString())
                .header("Content-Security-Policy", INERT)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(
                        new OriginalBytes(
                                revision,
                                () ->
                                        first
                                                ? downloads.shown(revision.id(), asker)
                                                : documents.original(revision.id(), asker)));
    }

    /** Opened by itself, anything but pixels is a download. */
    private static ContentDisposition disposition(Revision revision, MediaKind kind) {
        String path = revision.path();
        return (kind.isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8)
                .build();
    }

    private static ResponseEntity<Resource> nothing() {
        return ResponseEntity.notFound().build();
    }
}
