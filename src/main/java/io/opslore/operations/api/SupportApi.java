package io.opslore.operations.api;

import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.SignedIn;
import io.opslore.operations.support.SupportBundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The support bundle for those with a token. */
@RestController
class SupportApi {

    private final SupportBundle bundle;
    private final SignedIn signedIn;

    SupportApi(SupportBundle bundle, SignedIn signedIn) {
        this.bundle = bundle;
        this.signedIn = signedIn;
    }

    /** Some hundred kilobytes, so that a fault is told as one and no half file is sent. */
    @PostMapping(path = "/api/support", produces = "application/zip")
    byte[] take() throws IOException {
        Asker asker = signedIn.asker();
        var bytes = new ByteArrayOutputStream();
        bundle.write(bytes, asker);
        return bytes.toByteArray();
    }

    @ExceptionHandler
    ProblemDetail notAllowed(NotAllowed e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, e.getMessage());
    }
}
