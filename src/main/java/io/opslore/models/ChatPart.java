package io.opslore.models;

/** A piece of a model's streamed answer. */
public sealed interface ChatPart {

    /** More words. */
    record Words(String text) implements ChatPart {}

    /** The end: what the server counted. */
    record Done(String model, int promptTokens, int answerTokens) implements ChatPart {}
}
