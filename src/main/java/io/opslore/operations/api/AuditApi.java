package io.opslore.operations.api;

import io.opslore.audit.ChainReport;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.SignedIn;
import io.opslore.operations.AuditTrail;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For auditors with a token. */
@RestController
@RequestMapping("/api/audit")
class AuditApi {

    private final AuditTrail trail;
    private final SignedIn signedIn;

    AuditApi(AuditTrail trail, SignedIn signedIn) {
        this.trail = trail;
        this.signedIn = signedIn;
    }

    /** Answers when the whole chain was walked. */
    @PostMapping("/verify")
    ChainReport verify() {
        return trail.verify(share -> {}, signedIn.asker());
    }

    @ExceptionHandler
    ProblemDetail notAllowed(NotAllowed e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, e.getMessage());
    }
}
