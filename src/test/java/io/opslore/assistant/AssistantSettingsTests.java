package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AssistantSettingsTests {

    @Test
    void defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(
                        new AssistantSettings(
                                8, 1024, new SupportThresholds(0.34, 0.62, 0.5, 0.70)));
    }

    @Test
    void names() {
        assertThat(
                        bound(
                                Map.of(
                                        "opslore.assistant.passages", "5",
                                        "opslore.assistant.answer-tokens", "512",
                                        "opslore.assistant.support.coverage", "0.1",
                                        "opslore.assistant.support.similarity", "0.2",
                                        "opslore.assistant.support.quoted-coverage", "0.3",
                                        "opslore.assistant.support.quoted-similarity", "0.4")))
                .isEqualTo(
                        new AssistantSettings(5, 512, new SupportThresholds(0.1, 0.2, 0.3, 0.4)));
    }

    private static AssistantSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("opslore.assistant", AssistantSettings.class);
    }
}
