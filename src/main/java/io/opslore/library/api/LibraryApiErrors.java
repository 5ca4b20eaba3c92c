package io.opslore.library.api;

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

    private static ProblemDetail nothing() {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "Not found");
    }
}
