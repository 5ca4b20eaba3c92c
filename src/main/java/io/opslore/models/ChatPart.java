package io.opslore.models;

/** A piece of a model's streamed answer. */
public sealed interface ChatPart {

    /** More words. */
    record Words(String text) implements ChatPart {}

    /**
     * The end: what the server counted.
     *
     * @param atLimit whether the answer is as long as it was allowed to be, and so ends anywhere
     */
    record Done(String model, int promptTokens, int answerTokens, boolean atLimit)
            implements ChatPart {}
}
