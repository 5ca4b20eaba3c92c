package io.opslore.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;

class RetrievalSettingsTests {

    @Test
    void everyDefaultIsPinned() {
        assertThat(settings(yaml()))
                .isEqualTo(
                        new RetrievalSettings(
                                Path.of("${opslore.data}/index"),
                                Path.of("${opslore.data}/native"),
                                0,
                                0.35,
                                100,
                                new RetrievalSettings.Chunk(500, 1000),
                                24,
                                Duration.ofSeconds(2),
                                Duration.ofMinutes(1),
                                Duration.ofDays(7)));
    }

    @Test
    void everyNameIsPinned() {
        Properties yaml = yaml();
        yaml.setProperty("opslore.retrieval.index", "i");
        yaml.setProperty("opslore.retrieval.native-libraries", "n");
        yaml.setProperty("opslore.retrieval.embedding-threads", "3");
        yaml.setProperty("opslore.retrieval.words-weight", "0.7");
        yaml.setProperty("opslore.retrieval.candidates", "50");
        yaml.setProperty("opslore.retrieval.chunk.min-tokens", "200");
        yaml.setProperty("opslore.retrieval.chunk.max-tokens", "400");
        yaml.setProperty("opslore.retrieval.windows-per-chunk", "8");
        yaml.setProperty("opslore.retrieval.commit-every", "5s");
        yaml.setProperty("opslore.retrieval.keep-replaced", "3m");
        yaml.setProperty("opslore.retrieval.keep-retired", "9d");

        assertThat(settings(yaml))
                .isEqualTo(
                        new RetrievalSettings(
                                Path.of("i"),
                                Path.of("n"),
                                3,
                                0.7,
                                50,
                                new RetrievalSettings.Chunk(200, 400),
                                8,
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(3),
                                Duration.ofDays(9)));
    }

    @Test
    void valuesThatMakeNoSenseAreRefused() {
        var wrong =
                new RetrievalSettings(
                        Path.of("i"),
                        Path.of("n"),
                        -1,
                        1.5,
                        0,
                        new RetrievalSettings.Chunk(400, 200),
                        0,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(-1),
                        Duration.ofDays(-1));
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            assertThat(factory.getValidator().validate(wrong))
                    .extracting(violation -> violation.getPropertyPath().toString())
                    .containsExactlyInAnyOrder(
                            "embeddingThreads",
                            "wordsWeight",
                            "candidates",
                            "chunk.ordered",
                            "windowsPerChunk",
                            "keepReplaced",
                            "keepRetired");
        }
    }

    private static Properties yaml() {
        var factory = new YamlPropertiesFactoryBean();
        factory.setResources(new ClassPathResource("application.yaml"));
        return factory.getObject();
    }

    private static RetrievalSettings settings(Properties properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("opslore.retrieval", RetrievalSettings.class)
                .get();
    }
}
