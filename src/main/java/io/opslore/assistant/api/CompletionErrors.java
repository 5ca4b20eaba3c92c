package io.opslore.assistant.api;

import io.opslore.assistant.ModelRefused;
import io.opslore.assistant.PortalStopping;
import io.opslore.assistant.QuestionTooLong;
import io.opslore.guard.LimitReached;
import io.opslore.guard.QuestionBlocked;
import io.opslore.identity.NotAllowed;
import io.opslore.kit.Trouble;
import io.opslore.retrieval.IndexAway;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors in the form that OpenAI's clients read. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = Completions.class)
class CompletionErrors {

    private static final Logger log = LoggerFactory.getLogger(CompletionErrors.class);
    private static final String INVALID = "invalid_request_error";

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> notReadable(HttpMessageNotReadableException e) {
        return error(HttpStatus.BAD_REQUEST, INVALID, "The body is no JSON of a chat completion.");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unusable(IllegalArgumentException e) {
        return error(HttpStatus.BAD_REQUEST, INVALID, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> tooLong(QuestionTooLong e) {
        return error(HttpStatus.BAD_REQUEST, "context_length_exceeded", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> noSuchModel(ModelRefused e) {
        return error(
                HttpStatus.NOT_FOUND,
                "model_not_found",
                "There is no such model for you; GET /v1/models lists those that are.");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> blocked(QuestionBlocked e) {
        return error(HttpStatus.BAD_REQUEST, "content_filter", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> notAllowed(NotAllowed e) {
        return error(HttpStatus.FORBIDDEN, "insufficient_permissions", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> limited(LimitReached e) {
        ResponseEntity<Map<String, Object>> answer =
                error(HttpStatus.TOO_MANY_REQUESTS, "rate_limit_exceeded", e.refusal().text());
        Instant frees = e.refusal().freesAt();
        if (frees == null) {
            return answer;
        }
        long seconds = Math.max(1, Duration.between(Instant.now(), frees).toSeconds());
        return ResponseEntity.status(answer.getStatusCode())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> away(IndexAway e) {
        return error(
                HttpStatus.SERVICE_UNAVAILABLE,
                "server_error",
                "Search is down for the moment; try again later.");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> stopping(PortalStopping e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "10")
                .body(
                        error(HttpStatus.SERVICE_UNAVAILABLE, "server_error", e.getMessage())
                                .getBody());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unexpected(RuntimeException e) {
        log.error("A chat completion failed", e);
        Trouble trouble = Trouble.of(e);
        return error(HttpStatus.valueOf(trouble.status()), "server_error", trouble.sentence());
    }

    private static ResponseEntity<Map<String, Object>> error(
            HttpStatus status, String code, @Nullable String message) {
        return ResponseEntity.status(status)
                .body(
                        Map.of(
                                "error",
                                Map.of(
                                        "message",
                                        String.valueOf(message),
                                        "type",
                                        status.is4xxClientError() ? INVALID : "server_error",
                                        "code",
                                        code)));
    }
}
