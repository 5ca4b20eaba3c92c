package io.opslore.library.ui;

import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.SignedIn;
import io.opslore.library.Documents;
import io.opslore.library.Downloads;
import io.opslore.library.MediaKind;
import io.opslore.library.NotFound;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import io.opslore.library.TakenFile;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands what readers take along to their browser, and the originals that the viewer draws: pictures
 * and PDF, nothing that could be a page. A revision's address never changes, unlike that of a
 * component's download, so a document names its pictures by it and the browser keeps them.
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

    /** Where a revision is downloaded, as whatever the person may have of it. */
    static String fileAddress(RevisionId revision) {
        return address(revision) + "/file";
    }

    /**
     * For readers of its space, as far as the original may be drawn for them. Everyone else, and
     * every other kind of file, finds nothing.
     */
    @GetMapping("/" + BELOW + "{revision}")
    ResponseEntity<Resource> original(
            @PathVariable UUID revision, @RequestHeader HttpHeaders headers) {
        Asker asker = signedIn.asker();
        try {
            Revision found = documents.revision(new RevisionId(revision), asker);
            return downloads
                    .drawn(found.id(), asker)
                    .map(kind -> shown(found, kind, isFirst(headers, found), asker))
                    .orElseGet(Originals::nothing);
        } catch (NotFound hidden) {
            return nothing();
        }
    }

    /**
     * For readers of its space: as a file to keep, the original or its masked text. Nothing where
     * there is neither for them.
     */
    @GetMapping("/" + BELOW + "{revision}/file")
    ResponseEntity<Resource> file(@PathVariable UUID revision) {
        try {
            TakenFile taken = downloads.file(new RevisionId(revision), signedIn.asker());
            return inert(ResponseEntity.ok())
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .contentLength(taken.size())
                    .header(
                            "Content-Disposition",
                            named(ContentDisposition.attachment(), taken.name()))
                    .body(new InputStreamResource(taken.bytes()));
        } catch (NotFound | NotAllowed hidden) {
            return nothing();
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
        return inert(ResponseEntity.ok())
                // Kept, but asked about each time: rights may have ended meanwhile.
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(revision.sha256())
                .header("Content-Type", kind.contentType())
                .header("Content-Disposition", named(disposition(kind), revision.fileName()))
                .body(
                        new OriginalBytes(
                                revision, () -> downloads.shown(revision.id(), first, asker)));
    }

    /** Opened by itself, anything but pixels is a download. */
    private static ContentDisposition.Builder disposition(MediaKind kind) {
        return kind.isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment();
    }

    private static String named(ContentDisposition.Builder disposition, String fileName) {
        return disposition.filename(fileName, StandardCharsets.UTF_8).build().toString();
    }

    private static ResponseEntity.BodyBuilder inert(ResponseEntity.BodyBuilder response) {
        return response.header("Content-Security-Policy", INERT)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static ResponseEntity<Resource> nothing() {
        return ResponseEntity.notFound().build();
    }
}
