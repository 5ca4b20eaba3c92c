package io.opslore.library.api;

import io.opslore.identity.NotAllowed;
import io.opslore.library.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What is no id, absent, or another's looks the same from outside. */
@RestControllerAdvice(basePackageClasses = LibraryApiErrors.class)
class LibraryApiErrors {

    @ExceptionHandler
    ProblemDetail notFound(NotFound e) {
        return nothing();
    }

    @ExceptionHandler
    ProblemDetail noId(MethodArgumentTypeMismatchException e) {
        return nothing();
    }

    /** Of what may be read: its text is there for whoever may not have its bytes. */
    @ExceptionHandler
    ProblemDetail notAllowed(NotAllowed e) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.FORBIDDEN,
                        "The original needs document:original in its space; its text, in which"
                                + " secrets are masked, is at /api/revisions/{id}/text");
        problem.setTitle("Original withheld");
        return problem;
    }

    private static ProblemDetail nothing() {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "Not found");
    }
}
