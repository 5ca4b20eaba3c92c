package io.opslore.models;

import java.util.List;

/**
 * What a model is asked.
 *
 * @param turns system first, then user and assistant in turn, ending with the user
 * @param answerTokens the most tokens the answer may have
 * @param options how the model is asked
 */
public record ChatRequest(List<Turn> turns, int answerTokens, ModelOptions options) {

    public ChatRequest {
        turns = List.copyOf(turns);
    }

    /** Who speaks. */
    public enum Speaker {
        SYSTEM,
        USER,
        ASSISTANT
    }

    /** One utterance. */
    public record Turn(Speaker speaker, String text) {}
}
