package io.opslore.models;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.opslore.models.ModelFailure.Reason;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Leaves the model server alone for a while when it fails again and again, so that people get
 * passages at once and not a failure each. Then one request tries it. Thread-safe.
 */
@Component
class Breaker {

    private static final Logger log = LoggerFactory.getLogger(Breaker.class);

    private final CircuitBreaker circuit;

    Breaker(BreakerSettings settings) {
        circuit =
                CircuitBreaker.of(
                        "models",
                        CircuitBreakerConfig.custom()
                                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                                .slidingWindowSize(settings.failures())
                                .minimumNumberOfCalls(settings.failures())
                                .failureRateThreshold(100)
                                .waitDurationInOpenState(settings.pause())
                                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                                .permittedNumberOfCallsInHalfOpenState(1)
                                .recordException(Breaker::isFaultOfTheServer)
                                .build());
        circuit.getEventPublisher()
                .onStateTransition(change ->
                        log.warn(
                                "Model server: {}",
                                switch (change.getStateTransition().getToState()) {
                                    case OPEN -> "fails again and again, left alone";
                                    case HALF_OPEN -> "the next request tries it";
                                    case CLOSED -> "answers again";
                                    case DISABLED, FORCED_OPEN, METRICS_ONLY -> "set by hand";
                                }));
    }

    /** Calls the listener whenever the server is left alone, tried again or taken back. */
    void onChange(Runnable listener) {
        circuit.getEventPublisher().onStateTransition(change -> listener.run());
    }

    /** Whether nothing is asked of the server just now. */
    boolean isOpen() {
        return circuit.getState() == CircuitBreaker.State.OPEN;
    }

    /** The same stream, or at once a failure as if nobody were there. Who leaves says nothing. */
    Flux<ChatPart> guard(Flux<ChatPart> stream) {
        return Flux.defer(() -> {
            if (!circuit.tryAcquirePermission()) {
                return Flux.error(new ModelFailure(Reason.UNREACHABLE, "The server is left alone"));
            }
            return stream.doOnComplete(() -> circuit.onSuccess(0, TimeUnit.NANOSECONDS))
                    .doOnError(failure -> circuit.onError(0, TimeUnit.NANOSECONDS, failure))
                    .doOnCancel(circuit::releasePermission);
        });
    }

    private static boolean isFaultOfTheServer(Throwable failure) {
        return failure instanceof ModelFailure known
                && switch (known.reason()) {
                    case UNREACHABLE, SERVER_FAULT, TIMED_OUT -> true;
                    case MODEL_MISSING, CUT_OFF, REFUSED, QUEUE_FULL, WAITED_TOO_LONG -> false;
                };
    }
}
