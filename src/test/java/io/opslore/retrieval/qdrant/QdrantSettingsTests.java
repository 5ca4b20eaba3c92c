package io.opslore.retrieval.qdrant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class QdrantSettingsTests {

    private final ApplicationContextRunner portal =
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
                    .withUserConfiguration(Bound.class);

    @Test
    void aServerOnThisMachineNeedsNoSettings() {
        portal.run(context -> {
            QdrantSettings settings = context.getBean(QdrantSettings.class);
            assertThat(settings.host()).isEqualTo("localhost");
            assertThat(settings.port()).isEqualTo(6334);
            assertThat(settings.isSecure()).isFalse();
        });
    }

    @Test
    void httpsMeansTls() {
        portal.withPropertyValues("opslore.qdrant.url=https://qdrant.example")
                .run(context ->
                        assertThat(context.getBean(QdrantSettings.class).isSecure()).isTrue());
    }

    @Test
    void whatMakesNoSenseEndsTheStartAndIsNamed() {
        for (String wrong :
                List.of(
                        "url=qdrant.example:6334",
                        "url=http://qdrant.example/path",
                        "url=http://user@qdrant.example",
                        "prefix=Not this",
                        "deadline=1ms",
                        "shards=0",
                        "replicas=99",
                        "quantisation=half",
                        "usual-words=1")) {
            String key = wrong.substring(0, wrong.indexOf('='));
            portal.withPropertyValues("opslore.qdrant." + wrong)
                    .run(context ->
                            assertThat(context.getStartupFailure())
                                    .as(wrong)
                                    .hasStackTraceContaining(
                                            key.equals("usual-words") ? "usualWords" : key));
        }
    }

    @EnableConfigurationProperties(QdrantSettings.class)
    static class Bound {}
}
