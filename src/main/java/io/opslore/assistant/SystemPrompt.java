package io.opslore.assistant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The rules that a model is given, and how it is asked.
 *
 * @param text holds {@code {canary}} where the word goes that shows a leak
 * @param ask holds {@code %s} where the question goes
 * @param version changes whenever one of the two does
 */
record SystemPrompt(String text, String ask, String version) {

    private static final String FILE = "/prompts/answer.md";

    private static final String CANARY = "{canary}";
    private static final String ASK =
            """
            Question: %s

            Answer in the language of the question, only from the passages above, with [number] after each claim; \
            or reply NO_ANSWER.\
            """;

    static SystemPrompt load() {
        try (InputStream file = SystemPrompt.class.getResourceAsStream(FILE)) {
            byte[] bytes = Objects.requireNonNull(file, FILE).readAllBytes();
            String text = new String(bytes, StandardCharsets.UTF_8).strip();
            String hash = Citations.sha256(text + "\0" + ASK);
            return new SystemPrompt(text, ASK, "answer-" + hash.substring(0, 12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The rules as a model is given them.
     *
     * @param canary a word drawn for this prompt, which no answer may hold
     */
    String rules(String canary) {
        return text.replace(CANARY, canary);
    }

    String asking(String question) {
        return ask.formatted(question);
    }
}
