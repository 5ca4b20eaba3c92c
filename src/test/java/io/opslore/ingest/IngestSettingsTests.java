package io.opslore.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

class IngestSettingsTests {

    @Test
    void pinsEveryDefault() {
        with(Map.of("opslore.data", "data"))
                .run(context ->
                        assertThat(context.getBean(IngestSettings.class))
                                .isEqualTo(
                                        new IngestSettings(
                                                Path.of("data/ingest"),
                                                DataSize.ofMegabytes(200),
                                                10_000_000,
                                                new IngestSettings.Queue(
                                                        2,
                                                        2,
                                                        5,
                                                        Duration.ofSeconds(2),
                                                        Duration.ofSeconds(1),
                                                        Duration.ofSeconds(5)),
                                                new IngestSettings.Worker(
                                                        1,
                                                        DataSize.ofMegabytes(512),
                                                        Duration.ofSeconds(60),
                                                        Duration.ofMinutes(2),
                                                        200),
                                                new IngestSettings.Archive(
                                                        DataSize.ofGigabytes(1),
                                                        20_000,
                                                        DataSize.ofGigabytes(4),
                                                        200))));
    }

    @Test
    void namesTheSettingThatIsWrong() {
        with(Map.of("opslore.ingest.worker.processes", 0))
                .run(context ->
                        assertThatThrownBy(() -> context.getBean(IngestSettings.class))
                                .rootCause()
                                .hasMessageContaining("worker.processes"));
    }

    private static ApplicationContextRunner with(Map<String, Object> settings) {
        return new ApplicationContextRunner()
                .withInitializer(context -> {
                    var sources = context.getEnvironment().getPropertySources();
                    yaml().forEach(sources::addLast);
                    sources.addFirst(new MapPropertySource("test", settings));
                })
                .withUserConfiguration(Settings.class);
    }

    private static List<PropertySource<?>> yaml() {
        try {
            return new YamlPropertySourceLoader()
                    .load("application", new ClassPathResource("application.yaml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @EnableConfigurationProperties(IngestSettings.class)
    static class Settings {}
}
