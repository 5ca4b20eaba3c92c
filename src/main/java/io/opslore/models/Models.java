package io.opslore.models;

import io.opslore.identity.AccountId;
import io.opslore.models.ModelFailure.Reason;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

/** The language model in use. Thread-safe. */
@Service
public class Models {

    private final ModelServer server;
    private final ModelWatch watch;
    private final ModelQueue queue;
    private final Breaker breaker;
    private final ModelCalls calls;

    Models(
            ModelServer server,
            ModelWatch watch,
            ModelQueue queue,
            Breaker breaker,
            ModelCalls calls) {
        this.server = server;
        this.watch = watch;
        this.queue = queue;
        this.breaker = breaker;
        this.calls = calls;
    }

    /** For everyone: as of the last look, which is never older than ten seconds. */
    public ModelStatus status() {
        return watch.status();
    }

    /**
     * For everyone. Calls the listener on a background thread when the status changes.
     *
     * @return ends the subscription when run
     */
    public Runnable onChange(Consumer<ModelStatus> listener) {
        return watch.onChange(listener);
    }

    /**
     * For rooms that answer on an asker's behalf. Streams an answer: how long it waits, thoughts,
     * words, then one {@link ChatPart.Done}. Ends with {@link ModelFailure} otherwise. Cancelling
     * the subscription ends the request to the server, or its wait.
     *
     * @param asker whose turn it takes where several wait
     */
    public Flux<ChatPart> stream(String model, ChatRequest request, AccountId asker) {
        return calls.measured(
                model,
                call ->
                        switch (watch.status()) {
                            case ModelStatus.Available available ->
                                    queue.inTurn(
                                            model, asker, call.served(answered(model, request)));
                            case ModelStatus.ModelMissing missing ->
                                    failed(Reason.MODEL_MISSING, missing.baseUrl());
                            case ModelStatus.Unreachable unreachable ->
                                    failed(Reason.UNREACHABLE, unreachable.baseUrl());
                            case ModelStatus.Resting resting ->
                                    failed(Reason.UNREACHABLE, resting.baseUrl());
                        });
    }

    /** Asks the server only when it is subscribed to, which may be long after. */
    private Flux<ChatPart> answered(String model, ChatRequest request) {
        return Flux.defer(() -> breaker.guard(server.stream(model, request)))
                .doOnError(failure -> watch.lookSoon());
    }

    private static Flux<ChatPart> failed(Reason reason, String baseUrl) {
        return Flux.error(new ModelFailure(reason, "No model at " + baseUrl));
    }
}
