package io.opslore.models;

import java.util.List;
import java.util.Map;

/**
 * What a model is asked.
 *
 * @param turns system first, then user and assistant in turn, ending with the user
 * @param answerTokens the most tokens the answer may have
 * @param options how the model is asked
 * @param form the JSON schema that its answer has to fit; empty where it speaks freely
 */
public record ChatRequest(
        List<Turn> turns, int answerTokens, ModelOptions options, Map<String, Object> form) {

    public ChatRequest {
        turns = List.copyOf(turns);
        form = Map.copyOf(form);
    }

    /** Answered freely. */
    public ChatRequest(List<Turn> turns, int answerTokens, ModelOptions options) {
        this(turns, answerTokens, options, Map.of());
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
