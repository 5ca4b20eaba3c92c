package io.opslore.models.ollama;

import static io.opslore.models.ollama.OllamaRequests.asked;

import io.opslore.models.EmbeddingServer;
import io.opslore.models.ModelFailure;
import io.opslore.models.ModelFailure.Reason;
import io.opslore.models.ModelsSettings;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The embedding models of an Ollama server. Beside the queue of those who wait for answers: a
 * question is embedded before its turn comes, and these models are small.
 */
@Component
class OllamaEmbedding implements EmbeddingServer, DisposableBean {

    private final ModelsSettings settings;
    private final HttpClient http;

    OllamaEmbedding(ModelsSettings settings, OllamaHttp clients) {
        this.settings = settings;
        this.http = clients.client();
    }

    @Override
    public About about(String model) {
        RestClient quick = OllamaRequests.client(settings, http, settings.limits().look());
        OllamaTold.Tags tags =
                asked(() -> quick.get().uri("/api/tags").retrieve().body(OllamaTold.Tags.class));
        OllamaTold.Shown shown =
                asked(() ->
                        quick.post()
                                .uri("/api/show")
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(Map.of("model", model))
                                .retrieve()
                                .body(OllamaTold.Shown.class));
        return new About(tags.digest(model), shown.contextTokens());
    }

    @Override
    public List<float[]> embed(Wish wish, List<String> texts) {
        RestClient client = OllamaRequests.client(settings, http, wish.limit());
        Map<String, Object> request =
                Map.of(
                        "model",
                        wish.model(),
                        "input",
                        texts,
                        "truncate",
                        !wish.whole(),
                        "keep_alive",
                        wish.keepAlive().toSeconds() + "s");
        List<float[]> vectors =
                asked(() ->
                                client.post()
                                        .uri("/api/embed")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .body(request)
                                        .retrieve()
                                        .body(OllamaTold.Embedded.class))
                        .vectors();
        if (vectors.size() != texts.size()) {
            throw new ModelFailure(
                    Reason.SERVER_FAULT,
                    "%d texts were embedded instead of %d".formatted(vectors.size(), texts.size()));
        }
        return vectors;
    }

    /** Nobody waits for an answer while the portal stops. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        http.shutdownNow();
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }
}
