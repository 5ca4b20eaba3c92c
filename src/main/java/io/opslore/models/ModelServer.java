package io.opslore.models;

import java.util.List;
import reactor.core.publisher.Flux;

/** A server that holds language models. Thread-safe. */
public interface ModelServer {

    /** The address that is asked, for messages to people. */
    String baseUrl();

    /** All models it holds; throws {@link ModelFailure} where it cannot tell in a few seconds. */
    List<InstalledModel> installed();

    /**
     * Streams an answer: thoughts, words, then one {@link ChatPart.Done}. Ends with {@link
     * ModelFailure} otherwise. Cancelling the subscription ends the request. Nothing is tried
     * twice.
     */
    Flux<ChatPart> stream(String model, ChatRequest request);

    /**
     * A model that the server holds.
     *
     * @param chats whether it writes text, which embedding models do not
     */
    record InstalledModel(String name, boolean chats) {}
}
