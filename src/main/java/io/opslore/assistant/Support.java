package io.opslore.assistant;

/** Whether what was found can hold the answer at all. */
sealed interface Support {

    /** Some passage fits well enough to look closer. */
    record Held(Searched searched) implements Support {}

    /** Nothing was found that fits; a model would only invent. */
    record Missing(Searched searched) implements Support {}
}
