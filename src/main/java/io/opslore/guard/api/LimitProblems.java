package io.opslore.guard.api;

import io.opslore.guard.LimitReached;
import io.opslore.guard.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * A reached limit as a problem (RFC 9457), for the endpoints of every room: which limit, how much
 * of it is used, and when to come again. An endpoint that speaks in a form of its own goes first.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class LimitProblems {

    /** Where it depends on the caller's own requests coming to their end. */
    private static final long A_WHILE = 5;

    private final Clock clock;

    LimitProblems(Clock clock) {
        this.clock = clock;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> limitReached(LimitReached e) {
        Refusal refusal = e.refusal();
        HttpStatus status = status(refusal);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refusal.text());
        problem.setTitle("Limit reached");
        problem.setProperty("limit", refusal.limit().key());
        problem.setProperty("used", refusal.used());
        problem.setProperty("allowed", refusal.allowed());
        Instant frees = refusal.freesAt();
        if (frees != null) {
            problem.setProperty("freesAt", frees.toString());
        }
        HttpHeaders headers = new HttpHeaders();
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds(frees)));
        }
        return new ResponseEntity<>(problem, headers, status);
    }

    private static HttpStatus status(Refusal refusal) {
        return switch (refusal.limit()) {
            case UPLOAD_BYTES -> HttpStatus.CONTENT_TOO_LARGE;
            case STORAGE_BYTES -> HttpStatus.INSUFFICIENT_STORAGE;
            case REQUESTS_PER_MINUTE,
                    CONCURRENT_REQUESTS,
                    TOKENS_PER_DAY,
                    TOKENS_PER_MONTH,
                    CONTEXT_TOKENS ->
                    HttpStatus.TOO_MANY_REQUESTS;
        };
    }

    private long seconds(@Nullable Instant frees) {
        return frees == null
                ? A_WHILE
                : Math.max(1, Duration.between(clock.instant(), frees).toSeconds() + 1);
    }
}
