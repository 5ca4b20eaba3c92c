package io.opslore.models.ollama;

import static io.opslore.models.ollama.OllamaRequests.asked;

import io.opslore.models.LoadedModel;
import io.opslore.models.ModelKeeper;
import io.opslore.models.ModelOptions;
import io.opslore.models.ModelsSettings;
import io.opslore.models.PullStep;
import io.opslore.models.StoredModel;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

/**
 * Manages the models of an Ollama server. Spring AI's client knows neither what is loaded nor what
 * went wrong with a pull, so these calls are made here.
 */
@Component
class OllamaModelKeeper implements ModelKeeper {

    /** Checking what was fetched keeps the server silent for minutes. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(30);

    private final ModelsSettings settings;
    private final OllamaHttp clients;
    private final RestClient quick;
    private final RestClient patient;

    OllamaModelKeeper(ModelsSettings settings, OllamaHttp clients) {
        this.settings = settings;
        this.clients = clients;
        this.quick = client(settings.limits().look());
        this.patient = client(settings.limits().firstToken());
    }

    @Override
    public String version() {
        return asked(() ->
                        quick.get().uri("/api/version").retrieve().body(OllamaTold.Version.class))
                .version();
    }

    @Override
    public List<StoredModel> stored() {
        return asked(() -> quick.get().uri("/api/tags").retrieve().body(OllamaTold.Tags.class))
                .all()
                .stream()
                .map(OllamaTold.Tag::toModel)
                .sorted(Comparator.comparing(StoredModel::name))
                .toList();
    }

    @Override
    public List<LoadedModel> loaded() {
        return asked(() -> quick.get().uri("/api/ps").retrieve().body(OllamaTold.Processes.class))
                .all()
                .stream()
                .map(OllamaTold.Process::toModel)
                .toList();
    }

    @Override
    public Flux<PullStep> pull(String model) {
        // A client of its own, for the reason that OllamaModelServer names.
        return Flux.using(clients::client, http -> steps(http, model), HttpClient::shutdownNow);
    }

    @Override
    public void delete(String model) {
        send(quick, HttpMethod.DELETE, "/api/delete", Map.of("model", model));
    }

    @Override
    public void copy(String model, String name) {
        send(quick, HttpMethod.POST, "/api/copy", Map.of("source", model, "destination", name));
    }

    /** A request without a prompt only loads. */
    @Override
    public void load(String model, ModelOptions options) {
        var request = new LinkedHashMap<String, Object>();
        request.put("model", model);
        request.put("stream", false);
        request.put("options", Map.of("num_ctx", options.contextTokens()));
        options.keepAlive().ifPresent(it -> request.put("keep_alive", it.toSeconds() + "s"));
        send(patient, HttpMethod.POST, "/api/generate", request);
    }

    @Override
    public void unload(String model) {
        send(
                patient,
                HttpMethod.POST,
                "/api/generate",
                Map.of("model", model, "stream", false, "keep_alive", 0));
    }

    private Flux<PullStep> steps(HttpClient http, String model) {
        return WebClient.builder()
                .baseUrl(settings.baseUrl())
                .clientConnector(new JdkClientHttpConnector(http))
                .build()
                .post()
                .uri("/api/pull")
                .accept(MediaType.APPLICATION_NDJSON)
                .bodyValue(Map.of("model", model, "stream", true))
                .retrieve()
                .bodyToFlux(OllamaTold.Pull.class)
                .map(OllamaTold.Pull::toStep)
                .timeout(LONGEST_SILENCE)
                .onErrorMap(OllamaRequests::failure);
    }

    private RestClient client(Duration limit) {
        return OllamaRequests.client(settings, clients.client(), limit);
    }

    private static void send(RestClient client, HttpMethod method, String path, Object body) {
        asked(() ->
                client.method(method)
                        .uri(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .retrieve()
                        .toBodilessEntity());
    }
}
