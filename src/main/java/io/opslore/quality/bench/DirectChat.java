package io.opslore.quality.bench;

import io.opslore.assistant.LedgerRecord;
import io.opslore.models.ChatRequest.Speaker;
import io.opslore.models.ChatRequest.Turn;
import io.opslore.models.ModelStatus;
import io.opslore.outbound.TrustedTarget;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** A prompt of the portal, sent to the model server by a bare request. */
final class DirectChat {

    private final ModelStatus.Available model;
    private final LedgerRecord asked;

    /**
     * @param asked how the portal asked
     */
    DirectChat(ModelStatus.Available model, LedgerRecord asked) {
        if (asked.rebuilt() != LedgerRecord.Rebuilt.EXACT) {
            throw new IllegalStateException("The prompt cannot be told: " + asked.rebuilt());
        }
        this.model = model;
        this.asked = asked;
    }

    /** Milliseconds from here until the first piece of the answer. */
    double firstToken() throws IOException, InterruptedException {
        URI base = URI.create(model.baseUrl());
        String body = JsonMapper.shared().writeValueAsString(request());
        long begun = System.nanoTime();
        try (HttpClient client = TrustedTarget.at(base, Duration.ofSeconds(5))) {
            var request =
                    HttpRequest.newBuilder(URI.create(model.baseUrl() + "/api/chat"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build();
            var response = client.send(request, BodyHandlers.ofInputStream());
            try (var lines =
                    new BufferedReader(
                            new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                String line = lines.readLine();
                if (line == null || response.statusCode() != 200) {
                    throw new IOException("The model server answered " + response.statusCode());
                }
                return Timing.millisSince(begun);
            } finally {
                client.shutdownNow();
            }
        }
    }

    private Map<String, Object> request() {
        return Map.of(
                "model",
                model.model(),
                "stream",
                true,
                "think",
                false,
                "messages",
                asked.prompt().stream().map(DirectChat::message).toList(),
                "options",
                Map.of(
                        "num_ctx",
                        option("window", Integer::valueOf),
                        "num_predict",
                        option("answerTokens", Integer::valueOf),
                        "temperature",
                        option("temperature", Double::valueOf)));
    }

    private <T> T option(String name, Function<String, T> read) {
        return read.apply(Objects.requireNonNull(asked.options().get(name), name));
    }

    private static Map<String, String> message(Turn turn) {
        return Map.of(
                "role",
                turn.speaker().name().toLowerCase(Locale.ROOT),
                "content",
                turn.speaker() == Speaker.SYSTEM ? anew(turn.text()) : turn.text());
    }

    /** Begins with another word, so that the server has read nothing of it before. */
    private static String anew(String rules) {
        return rules.replaceFirst("\\w+", "Those");
    }
}
