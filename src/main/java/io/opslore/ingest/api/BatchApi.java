package io.opslore.ingest.api;

import io.opslore.identity.SignedIn;
import io.opslore.ingest.Batch;
import io.opslore.ingest.BatchId;
import io.opslore.ingest.BatchItem.Reason;
import io.opslore.ingest.Sending;
import io.opslore.library.SpaceId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the pages' own script talks to while it sends many files: signed in by session, guarded
 * against other sites by a token, and apart from any one view, so that sending goes on while the
 * person looks at something else.
 */
@RestController
@RequestMapping("/batches")
class BatchApi {

    private final Sending sending;
    private final SignedIn signedIn;

    BatchApi(Sending sending, SignedIn signedIn) {
        this.sending = sending;
        this.signedIn = signedIn;
    }

    /** The token that every change must bring; a new one after each sign-in. */
    @GetMapping("/token")
    Token token(@RequestAttribute("_csrf") CsrfToken token) {
        return new Token(token.getHeaderName(), token.getToken());
    }

    @PostMapping
    Begun begin(@RequestBody Wanted wanted) {
        BatchId id =
                sending.begin(
                        new SpaceId(wanted.space()),
                        wanted.name(),
                        new Batch.Announced(wanted.files(), wanted.bytes()),
                        signedIn.asker());
        return new Begun(id.value());
    }

    /**
     * @param path escaped as in an address, because a header holds no other letters
     */
    @PutMapping("/{batch}/files")
    Now take(
            @PathVariable UUID batch,
            @RequestHeader("X-Path") String path,
            HttpServletRequest request)
            throws IOException {
        String plain = URLDecoder.decode(path, StandardCharsets.UTF_8);
        return new Now(
                sending.take(
                        new BatchId(batch), plain, request.getInputStream(), signedIn.asker()));
    }

    @PostMapping("/{batch}/passed-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void passOver(@PathVariable UUID batch, @RequestBody List<PassedOver> files) {
        files.forEach(file ->
                sending.passOver(
                        new BatchId(batch),
                        file.path(),
                        file.reason(),
                        file.detail(),
                        signedIn.asker()));
    }

    @PostMapping("/{batch}/heard")
    Now heard(@PathVariable UUID batch) {
        return new Now(sending.heard(new BatchId(batch), signedIn.asker()));
    }

    @PostMapping("/{batch}/left")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void left(@PathVariable UUID batch) {
        sending.left(new BatchId(batch), signedIn.asker());
    }

    @PostMapping("/{batch}/finished")
    Now finished(@PathVariable UUID batch) {
        sending.finished(new BatchId(batch), signedIn.asker());
        return heard(batch);
    }

    record Token(String header, String value) {}

    record Wanted(UUID space, String name, int files, long bytes) {}

    record Begun(UUID batch) {}

    record Now(Batch.State state) {}

    record PassedOver(String path, Reason reason, String detail) {}
}
