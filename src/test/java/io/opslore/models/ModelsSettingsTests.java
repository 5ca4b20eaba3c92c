package io.opslore.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ModelsSettingsTests {

    @Test
    void defaults() {
        ModelsSettings settings = bound(Map.of());
        assertThat(settings)
                .isEqualTo(
                        new ModelsSettings(
                                "http://localhost:11434",
                                "",
                                8192,
                                0.1,
                                false,
                                Duration.ofSeconds(3),
                                new ModelsSettings.Limits(
                                        Duration.ofSeconds(2),
                                        Duration.ofSeconds(4),
                                        Duration.ofMinutes(5),
                                        Duration.ofSeconds(60),
                                        Duration.ofMinutes(20)),
                                ""));
        assertThat(settings.lookEvery().plus(settings.limits().look()))
                .as("a change is noticed within")
                .isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void names() {
        assertThat(
                        bound(
                                Map.of(
                                        "opslore.models.base-url", "http://gpu:11434/",
                                        "opslore.models.chat-model", " qwen3 ",
                                        "opslore.models.context-tokens", "16384",
                                        "opslore.models.temperature", "0.5",
                                        "opslore.models.think", "true",
                                        "opslore.models.look-every", "1s",
                                        "opslore.models.limits.first-token", "1m")))
                .extracting(
                        ModelsSettings::baseUrl,
                        ModelsSettings::chatModel,
                        ModelsSettings::contextTokens,
                        ModelsSettings::temperature,
                        ModelsSettings::think,
                        ModelsSettings::lookEvery,
                        settings -> settings.limits().firstToken())
                .containsExactly(
                        "http://gpu:11434",
                        "qwen3",
                        16384,
                        0.5,
                        true,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1));
    }

    private static ModelsSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("opslore.models", ModelsSettings.class);
    }
}
