package io.opslore.models;

import java.time.Duration;
import java.util.Optional;

/**
 * Which model is wanted for a task, and how it is asked.
 *
 * @param model as the server calls it; it need not be there yet
 * @param contextTokens the window of its requests, prompt and answer together
 * @param temperature how freely it chooses its words, 0 to 2
 * @param keepAlive how long it stays loaded afterwards; empty for the server's own default
 */
public record TaskSetup(
        ModelTask task,
        String model,
        int contextTokens,
        double temperature,
        Optional<Duration> keepAlive,
        Thinking thinking) {

    public static final int SMALLEST_WINDOW = 4096;
    public static final int LARGEST_WINDOW = 131_072;
    public static final double HOTTEST = 2;
    public static final Duration LONGEST_KEPT = Duration.ofDays(7);

    private static final int LONGEST_NAME = 200;

    public TaskSetup {
        model = model.strip();
    }

    /** The same with another model. */
    public TaskSetup with(String another) {
        return new TaskSetup(task, another, contextTokens, temperature, keepAlive, thinking);
    }

    /** Whether it makes sense; of the model's name only that there is one. */
    boolean isSensible() {
        return !model.isEmpty()
                && model.length() <= LONGEST_NAME
                && model.chars().noneMatch(Character::isWhitespace)
                && contextTokens >= SMALLEST_WINDOW
                && contextTokens <= LARGEST_WINDOW
                && temperature >= 0
                && temperature <= HOTTEST
                && keepAlive
                        .filter(it -> it.isNegative() || it.compareTo(LONGEST_KEPT) > 0)
                        .isEmpty();
    }
}
