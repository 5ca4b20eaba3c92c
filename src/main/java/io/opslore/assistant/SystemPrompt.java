package io.opslore.assistant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The rules that a model is given.
 *
 * @param version changes whenever the text does
 */
record SystemPrompt(String text, String version) {

    private static final String FILE = "/prompts/answer.md";

    static SystemPrompt load() {
        try (InputStream file = SystemPrompt.class.getResourceAsStream(FILE)) {
            byte[] bytes = Objects.requireNonNull(file, FILE).readAllBytes();
            String text = new String(bytes, StandardCharsets.UTF_8).strip();
            return new SystemPrompt(text, "answer-" + Citations.sha256(text).substring(0, 12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
