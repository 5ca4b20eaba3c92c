package io.opslore.models;

/** Whether a language model can answer right now. */
public sealed interface ModelStatus {

    /** The address that was asked, for messages to people. */
    String baseUrl();

    /**
     * A model is there.
     *
     * @param model its name
     * @param contextTokens the window that requests are made with
     */
    record Available(String baseUrl, String model, int contextTokens) implements ModelStatus {}

    /** The server answers but holds no model that can chat, or not the one that is set. */
    record ModelMissing(String baseUrl, String wanted) implements ModelStatus {}

    /** No server answers there. */
    record Unreachable(String baseUrl) implements ModelStatus {}

    /** The server fails again and again, and is left alone for a while. */
    record Resting(String baseUrl) implements ModelStatus {}
}
