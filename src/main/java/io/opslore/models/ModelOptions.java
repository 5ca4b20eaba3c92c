package io.opslore.models;

import java.time.Duration;
import java.util.Optional;

/**
 * How a model is asked.
 *
 * @param contextTokens the window of the request, prompt and answer together; always the same for
 *     one model, because another one makes the server load it anew
 * @param temperature how freely the model chooses its words, 0 to 2
 * @param keepAlive how long the server keeps the model loaded afterwards; empty for its own default
 * @param thinks whether a reasoning model may think before it answers
 */
public record ModelOptions(
        int contextTokens, double temperature, Optional<Duration> keepAlive, boolean thinks) {}
