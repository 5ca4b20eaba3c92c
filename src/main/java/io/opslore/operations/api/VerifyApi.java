package io.opslore.operations.api;

import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.SignedIn;
import io.opslore.operations.Verification;
import io.opslore.operations.VerificationReport;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For admins with a token. */
@RestController
@RequestMapping("/api")
class VerifyApi {

    private final Verification verification;
    private final SignedIn signedIn;

    VerifyApi(Verification verification, SignedIn signedIn) {
        this.verification = verification;
        this.signedIn = signedIn;
    }

    /** Answers when all stores have been looked at, which takes as long as reading them. */
    @PostMapping("/verify")
    Verified verify(
            @RequestParam(defaultValue = "false") boolean repair,
            @RequestParam(defaultValue = "true") boolean everyByte)
            throws InterruptedException {
        Asker asker = signedIn.asker();
        VerificationReport found = verification.verify(everyByte, share -> {}, asker);
        if (!repair || found.repairable() == 0) {
            return Verified.of(found, found);
        }
        return Verified.of(found, verification.repair(found, share -> {}, asker));
    }

    @ExceptionHandler
    ProblemDetail notAllowed(NotAllowed e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail alreadyRunning(Verification.AlreadyRunning e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }
}
