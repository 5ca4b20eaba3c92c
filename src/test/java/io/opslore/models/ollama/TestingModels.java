package io.opslore.models.ollama;

import io.opslore.models.ModelServer;
import io.opslore.models.ModelsSettings;
import java.time.Duration;
import java.util.Optional;

/** Settings for tests: all defaults, but for what the test names. */
public final class TestingModels {

    private TestingModels() {}

    /** The model server that answers there. */
    public static ModelServer at(String baseUrl) {
        return server(settings(baseUrl));
    }

    static OllamaModelServer server(ModelsSettings settings) {
        return new OllamaModelServer(settings, clients(settings));
    }

    static OllamaModelKeeper keeper(ModelsSettings settings) {
        return new OllamaModelKeeper(settings, clients(settings));
    }

    static OllamaEmbedding embedding(ModelsSettings settings) {
        return new OllamaEmbedding(settings, clients(settings));
    }

    private static OllamaHttp clients(ModelsSettings settings) {
        return new OllamaHttp(settings, Optional.empty());
    }

    static ModelsSettings settings(String baseUrl) {
        return settings(
                baseUrl, Duration.ofMinutes(2), Duration.ofMinutes(1), Duration.ofMinutes(5));
    }

    static ModelsSettings settings(
            String baseUrl, Duration firstToken, Duration betweenTokens, Duration whole) {
        return new ModelsSettings(
                baseUrl,
                "",
                4096,
                0.1,
                false,
                Duration.ofMillis(100),
                new ModelsSettings.Limits(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        firstToken,
                        betweenTokens,
                        whole),
                "");
    }
}
