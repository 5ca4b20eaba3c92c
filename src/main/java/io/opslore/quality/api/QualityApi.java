package io.opslore.quality.api;

import io.opslore.identity.NotAllowed;
import io.opslore.identity.SignedIn;
import io.opslore.quality.QualityHistory;
import io.opslore.quality.SetReport;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where {@code opslore eval} leaves what it has measured. */
@RestController
@RequestMapping("/api/quality")
class QualityApi {

    private final QualityHistory history;
    private final SignedIn signedIn;

    QualityApi(QualityHistory history, SignedIn signedIn) {
        this.history = history;
        this.signedIn = signedIn;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@RequestBody SetReport report) {
        history.keep(report, signedIn.asker());
    }

    @ExceptionHandler
    ProblemDetail notAllowed(NotAllowed e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unusable(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
    }
}
