package io.opslore.models.ollama;

import io.opslore.models.ChatPart;
import io.opslore.models.ChatRequest;
import io.opslore.models.ModelFailure;
import io.opslore.models.ModelFailure.Reason;
import io.opslore.models.ModelOptions;
import io.opslore.models.ModelServer;
import io.opslore.models.ModelsSettings;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.ai.ollama.api.OllamaChatOptions;
import org.springframework.ai.retry.NonTransientAiException;
import org.springframework.ai.retry.TransientAiException;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ollama. Spring AI's API object is used below its chat model, because only there can be seen
 * whether a stream that ended was done.
 */
@Component
class OllamaModelServer implements ModelServer {

    private static final List<String> EMBEDDING_NAMES =
            List.of("embed", "bge-", "minilm", "rerank", "/e5", "gte-");

    private final ModelsSettings settings;
    private final OllamaHttp clients;
    private final OllamaApi catalogue;
    private final Map<String, Boolean> chatsByDigest = new ConcurrentHashMap<>();

    OllamaModelServer(ModelsSettings settings, OllamaHttp clients) {
        this.settings = settings;
        this.clients = clients;
        var requests = new JdkClientHttpRequestFactory(clients.client());
        requests.setReadTimeout(settings.limits().look());
        catalogue =
                OllamaApi.builder()
                        .baseUrl(settings.baseUrl())
                        .restClientBuilder(RestClient.builder().requestFactory(requests))
                        .build();
    }

    @Override
    public String baseUrl() {
        return settings.baseUrl();
    }

    @Override
    public List<InstalledModel> installed() {
        try {
            return catalogue.listModels().models().stream()
                    .map(model -> new InstalledModel(model.name(), chats(model)))
                    .toList();
        } catch (RuntimeException e) {
            throw new ModelFailure(Reason.UNREACHABLE, "No list of models", e);
        }
    }

    @Override
    public Flux<ChatPart> stream(String model, ChatRequest request) {
        // A client of its own for each answer, because only shutting it down surely closes the
        // connection, by which Ollama knows that nobody listens any more: cancelling the stream
        // leaves it open.
        return Flux.using(
                clients::client,
                http -> read(streaming(http).streamingChat(chat(model, request)), model),
                HttpClient::shutdownNow);
    }

    private OllamaApi streaming(HttpClient http) {
        return OllamaApi.builder()
                .baseUrl(settings.baseUrl())
                .webClientBuilder(
                        WebClient.builder().clientConnector(new JdkClientHttpConnector(http)))
                .build();
    }

    private Flux<ChatPart> read(Flux<OllamaApi.ChatResponse> lines, String model) {
        var reading = new ChatReading(model);
        return timed(lines)
                .concatMapIterable(reading::parts)
                .concatWith(Flux.defer(reading::end))
                .onErrorMap(failure -> OllamaFailures.of(failure, reading.hasBegun()));
    }

    private <T> Flux<T> timed(Flux<T> stream) {
        ModelsSettings.Limits limits = settings.limits();
        return stream.timeout(
                        Mono.delay(limits.firstToken()), next -> Mono.delay(limits.betweenTokens()))
                .takeUntilOther(
                        Mono.delay(limits.whole())
                                .then(
                                        Mono.error(() ->
                                                new ModelFailure(
                                                        Reason.TIMED_OUT,
                                                        "The answer took too long"))));
    }

    private OllamaApi.ChatRequest chat(String model, ChatRequest request) {
        ModelOptions options = request.options();
        OllamaApi.ChatRequest.Builder chat =
                new OllamaApi.ChatRequest.Builder(model)
                        .stream(true)
                                .messages(
                                        request.turns().stream()
                                                .map(OllamaModelServer::message)
                                                .toList())
                                .options(
                                        OllamaChatOptions.builder()
                                                .model(model)
                                                .numCtx(options.contextTokens())
                                                .numPredict(request.answerTokens())
                                                .temperature(options.temperature())
                                                .build());
        if (!request.form().isEmpty()) {
            chat.format(request.form());
        }
        options.keepAlive().ifPresent(it -> chat.keepAlive(it.toSeconds() + "s"));
        return (options.thinks() ? chat : chat.disableThinking()).build();
    }

    private static OllamaApi.Message message(ChatRequest.Turn turn) {
        OllamaApi.Message.Role role =
                switch (turn.speaker()) {
                    case SYSTEM -> OllamaApi.Message.Role.SYSTEM;
                    case USER -> OllamaApi.Message.Role.USER;
                    case ASSISTANT -> OllamaApi.Message.Role.ASSISTANT;
                };
        return OllamaApi.Message.builder(role).content(turn.text()).build();
    }

    private boolean chats(OllamaApi.Model model) {
        String key = model.digest() == null ? model.name() : model.digest();
        Boolean known = chatsByDigest.get(key);
        if (known != null) {
            return known;
        }
        try {
            boolean chats = looksLikeChat(model);
            chatsByDigest.put(key, chats);
            return chats;
        } catch (NonTransientAiException | TransientAiException e) {
            // Half pulled, or deleted since the list was made: no reason to give up the others.
            return false;
        }
    }

    /** Newer servers tell what a model can; of older ones only the name is left to go by. */
    private boolean looksLikeChat(OllamaApi.Model model) {
        String name = model.name().toLowerCase(Locale.ROOT);
        List<String> capabilities =
                catalogue.showModel(new OllamaApi.ShowModelRequest(model.name())).capabilities();
        return capabilities == null || capabilities.isEmpty()
                ? EMBEDDING_NAMES.stream().noneMatch(name::contains)
                : capabilities.contains("completion");
    }
}
