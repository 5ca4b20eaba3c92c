package io.opslore.models;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SignalType;

/**
 * Measures requests to models: how long each waits for its turn and for its first word, and what it
 * costs. Its stages belong to whatever is observed on the thread that asks, whichever threads they
 * run on. Thread-safe.
 */
@Component
class ModelCalls {

    private static final Logger log = LoggerFactory.getLogger(ModelCalls.class);

    private final MeterRegistry meters;
    private final ObservationRegistry observations;

    ModelCalls(MeterRegistry meters, ObservationRegistry observations) {
        this.meters = meters;
        this.observations = observations;
    }

    /**
     * The same stream, measured.
     *
     * @param request makes the stream; what it hands to the call is what comes from the server
     */
    Flux<ChatPart> measured(String model, Function<Call, Flux<ChatPart>> request) {
        Observation asker = observations.getCurrentObservation();
        return Flux.defer(() -> {
            var call = new Call(model, asker);
            call.enter("queue");
            return request.apply(call)
                    .doOnNext(call::came)
                    .doOnError(call::broke)
                    .doFinally(call::ended);
        });
    }

    /** One request on its way; its stages follow each other. */
    final class Call {

        private final String model;
        private final @Nullable Observation parent;
        private @Nullable Observation stage;
        private boolean speaks;

        private Call(String model, @Nullable Observation parent) {
            this.model = model;
            this.parent = parent;
        }

        /** The same, from the server, which is asked when this is subscribed to. */
        Flux<ChatPart> served(Flux<ChatPart> stream) {
            return Flux.defer(() -> {
                enter("first-token");
                return stream;
            });
        }

        private void came(ChatPart part) {
            switch (part) {
                case ChatPart.Waiting waiting -> {}
                case ChatPart.Begun begun -> {}
                case ChatPart.Thought thought -> speak();
                case ChatPart.Words words -> speak();
                case ChatPart.Done done -> {
                    count("in", done.promptTokens());
                    count("out", done.answerTokens());
                }
            }
        }

        /** In the log with the trace of the question, whichever thread tells of it. */
        private void broke(Throwable failure) {
            Observation asker = parent == null ? Observation.NOOP : parent;
            asker.scoped(() -> log.warn("The model {} failed: {}", model, told(failure)));
        }

        private static @Nullable String told(Throwable failure) {
            return failure instanceof ModelFailure known ? known.logged() : failure.getMessage();
        }

        private synchronized void speak() {
            if (!speaks) {
                speaks = true;
                enter("writing");
            }
        }

        private synchronized void enter(String name) {
            leave();
            stage =
                    Observation.createNotStarted("opslore.stage", observations)
                            .contextualName(name)
                            .lowCardinalityKeyValue("stage", name)
                            .parentObservation(parent)
                            .start();
        }

        private synchronized void leave() {
            if (stage != null) {
                stage.stop();
                stage = null;
            }
        }

        private void ended(SignalType how) {
            leave();
            String outcome =
                    switch (how) {
                        case ON_COMPLETE -> "done";
                        case CANCEL -> "cancelled";
                        default -> "failed";
                    };
            meters.counter("opslore.model.requests", "model", model, "outcome", outcome)
                    .increment();
        }

        private void count(String direction, int tokens) {
            meters.counter("opslore.model.tokens", "model", model, "direction", direction)
                    .increment(tokens);
        }
    }
}
