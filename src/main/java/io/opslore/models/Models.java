package io.opslore.models;

import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

/** The language model in use. Thread-safe. */
@Service
public class Models {

    /** As of the last look, which is never older than ten seconds. */
    public ModelStatus status() {
        throw new UnsupportedOperationException();
    }

    /**
     * Calls the listener on a background thread when the status changes. @return ends the
     * subscription when run
     */
    public Runnable onChange(Consumer<ModelStatus> listener) {
        throw new UnsupportedOperationException();
    }

    /**
     * Streams an answer: words, then one {@link ChatPart.Done}. Ends with {@link ModelFailure}
     * otherwise. Cancelling the subscription ends the request to the server.
     */
    public Flux<ChatPart> stream(ChatRequest request) {
        throw new UnsupportedOperationException();
    }
}
