package io.opslore.library.api;

import io.opslore.identity.Asker;
import io.opslore.identity.SignedIn;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.Documents;
import io.opslore.library.Downloads;
import io.opslore.library.MaskReport;
import io.opslore.library.Masks;
import io.opslore.library.NotFound;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import io.opslore.library.TakenFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * For everyone with a token; what each may read is decided by their grants. What they may not know
 * of is answered like what does not exist.
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api")
class LibraryApi {

    private final Documents documents;
    private final Downloads downloads;
    private final MaskReport report;
    private final SignedIn signedIn;

    LibraryApi(Documents documents, Downloads downloads, MaskReport report, SignedIn signedIn) {
        this.documents = documents;
        this.downloads = downloads;
        this.report = report;
        this.signedIn = signedIn;
    }

    /** A document with all its revisions, the newest first. */
    @GetMapping("/documents/{id}")
    Found document(@PathVariable UUID id) {
        Asker asker = signedIn.asker();
        var document = new DocumentId(id);
        return Found.of(documents.document(document, asker), documents.revisions(document, asker));
    }

    /** The text of a revision, as it is cited by its lines. */
    @GetMapping("/revisions/{id}/text")
    ResponseEntity<String> text(@PathVariable UUID id) {
        return documents
                .text(new RevisionId(id), signedIn.asker())
                .map(text ->
                        ResponseEntity.ok()
                                .cacheControl(CacheControl.noStore())
                                .contentType(
                                        new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                                .body(text.text()))
                .orElseThrow(() -> new NotFound("Text"));
    }

    /**
     * The bytes of a revision as they came in, to be kept and never to be shown. For those who may
     * have originals.
     */
    @GetMapping("/revisions/{id}/original")
    ResponseEntity<Resource> original(@PathVariable UUID id) {
        TakenFile taken = downloads.original(new RevisionId(id), signedIn.asker());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(taken.size())
                .header("Content-Disposition", attachment(taken.name()))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(taken.bytes()));
    }

    /** What was masked in the text of a revision, and under which rules. */
    @GetMapping("/revisions/{id}/masks")
    Masks masks(@PathVariable UUID id) {
        return report.masks(new RevisionId(id), signedIn.asker())
                .orElseThrow(() -> new NotFound("Masks"));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /**
     * @param current the revision that answers; null while the first one is being read
     */
    record Found(
            UUID id,
            UUID space,
            String path,
            String title,
            @Nullable UUID current,
            Instant changedAt,
            List<Version> revisions) {

        static Found of(Document document, List<Revision> revisions) {
            RevisionId current = document.current();
            return new Found(
                    document.id().value(),
                    document.space().value(),
                    document.path(),
                    document.title(),
                    current == null ? null : current.value(),
                    document.changedAt(),
                    revisions.stream().map(Version::of).toList());
        }
    }

    /** One revision; its bytes are known by their digest. */
    record Version(
            UUID id, int number, long size, String sha256, String author, Instant createdAt) {

        static Version of(Revision revision) {
            return new Version(
                    revision.id().value(),
                    revision.number(),
                    revision.size(),
                    revision.sha256(),
                    revision.author(),
                    revision.createdAt());
        }
    }
}
