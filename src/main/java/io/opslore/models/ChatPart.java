package io.opslore.models;

/** A piece of a model's streamed answer. */
public sealed interface ChatPart {

    /**
     * The request waits for its turn; comes before anything else, and again whenever its place
     * changes.
     *
     * @param ahead how many that wait too are served before it, as it looks now
     */
    record Waiting(int ahead) implements ChatPart {}

    /** It waited, and now its turn has come: the model reads. */
    record Begun() implements ChatPart {}

    /** More of what a reasoning model thinks before it answers: no part of the answer. */
    record Thought(String text) implements ChatPart {}

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
