package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.testing.TestingDefaults;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssistantSettingsTests {

    @Test
    void defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(
                        new AssistantSettings(
                                8,
                                1024,
                                Duration.ofSeconds(30),
                                new SupportRule(0.40, 0.35, 0.60, 0.65, 0.50),
                                new SupportRule(0.45, 0.30, 0.65, 0.60, 0.55)));
    }

    @Test
    void names() {
        assertThat(
                        bound(
                                Map.of(
                                        "opslore.assistant.passages", "5",
                                        "opslore.assistant.answer-tokens", "512",
                                        "opslore.assistant.drain", "2m",
                                        "opslore.assistant.support.words-alone", "0.1",
                                        "opslore.assistant.support.coverage", "0.2",
                                        "opslore.assistant.support.similarity", "0.3",
                                        "opslore.assistant.support.high-coverage", "0.4",
                                        "opslore.assistant.support.fair-similarity", "0.5",
                                        "opslore.assistant.quoting.coverage", "0.6")))
                .isEqualTo(
                        new AssistantSettings(
                                5,
                                512,
                                Duration.ofMinutes(2),
                                new SupportRule(0.1, 0.2, 0.3, 0.4, 0.5),
                                new SupportRule(0.45, 0.6, 0.65, 0.60, 0.55)));
    }

    private static AssistantSettings bound(Map<String, Object> properties) {
        return TestingDefaults.bind("opslore.assistant", AssistantSettings.class, properties);
    }
}
