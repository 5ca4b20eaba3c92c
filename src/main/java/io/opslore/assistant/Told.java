package io.opslore.assistant;

import java.util.UUID;

/** An earlier answer as the model is reminded of it: without its markers. */
record Told(UUID answer, String question, String said) {

    static Told of(Answer answer) {
        return new Told(
                answer.id().value(),
                answer.question(),
                answer.markdown().replaceAll("\\s?\\[\\d+\\]", ""));
    }
}
