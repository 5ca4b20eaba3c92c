package io.opslore.retrieval.api;

import io.opslore.retrieval.IndexAway;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in JSON what a search could not do. */
@RestControllerAdvice(assignableTypes = SearchApi.class)
class SearchApiErrors {

    @ExceptionHandler
    ProblemDetail onAway(IndexAway away) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "Search is down for the moment; try again later.");
    }
}
