package io.opslore.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.testing.TestingOllama;
import io.opslore.testing.TestingOtlp;
import io.opslore.testing.TestingPortalClient;
import io.opslore.testing.TestingPortalProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A portal as those see it who watch over it: health, numbers and traces over the wire. */
class MonitoredPortalTests {

    private static final String TOKEN = "metrics-token-of-this-test";
    private static final String QUESTION = "How long does draining the zebrafish consumers take?";
    private static final String MODEL = "llama-test:8b";

    @TempDir private static Path data;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestingOllama ollama;
    private static TestingOtlp collector;
    private static TestingPortalProcess portal;

    @BeforeAll
    static void aPortalThatHasAnswered() throws Exception {
        ollama = new TestingOllama().holds(MODEL, "completion");
        collector = new TestingOtlp();
        ollama.answers(chat -> chat.says("Draining ", "takes 12 minutes [1].").done());
        portal =
                TestingPortalProcess.start(
                        data,
                        Map.of(
                                "OLLAMA_BASE_URL",
                                ollama.url(),
                                "OPSLORE_OPERATIONS_METRICS_TOKEN",
                                TOKEN,
                                "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT",
                                collector.url()));
        var client = TestingPortalClient.of(data);
        client.upload(
                "Runbooks",
                "drain.md",
                "# Draining\n\nDraining the zebrafish consumers takes about 12 minutes.\n");
        client.awaitReady("Runbooks", 1);
        ask();
    }

    @AfterAll
    static void goodbye() {
        portal.close();
        collector.close();
        ollama.close();
    }

    private static void ask() throws Exception {
        String token =
                JsonMapper.shared()
                        .readTree(Files.readString(data.resolve("portal.json")))
                        .get("token")
                        .asString();
        var question =
                HttpRequest.newBuilder(URI.create(portal.url() + "/v1/chat/completions"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"model\":\"opslore\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
                                                .formatted(QUESTION)))
                        .build();
        HttpResponse<String> answer = HTTP.send(question, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("12 minutes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Bearer metrics-token-of-this-tesT"})
    void nobodyReadsTheNumbersWithoutTheToken(String authorization) throws Exception {
        assertThat(get("/actuator/prometheus", authorization).statusCode()).isEqualTo(401);
        assertThat(get("/actuator/env", authorization).statusCode()).isEqualTo(401);
    }

    @Test
    void theTokenOpensTheNumbersAndNothingElse() throws Exception {
        assertThat(get("/actuator/prometheus", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
        assertThat(get("/actuator/env", "Bearer " + TOKEN).statusCode()).isEqualTo(403);
        assertThat(get("/api/verify", "Bearer " + TOKEN).statusCode()).isEqualTo(401);
    }

    @Test
    void healthGivesReasonsToThoseWithTheTokenOnly() throws Exception {
        assertThat(get("/actuator/health", "").body())
                .contains("\"UP\"")
                .doesNotContain("reason", "database", "Lucene");

        JsonNode each = dependencies();

        assertThat(each.propertyNames())
                .contains(
                        "database",
                        "index",
                        "originals",
                        "model-server",
                        "embedder",
                        "ingest-queue",
                        "sources",
                        "clock",
                        "data-disk");
        assertThat(each.at("/model-server/details/reason").asString())
                .isEqualTo("It answers with %s.".formatted(MODEL));
    }

    @Test
    void aScrapeHoldsNothingOfWhatWasAsked() throws Exception {
        String scrape = scrape();

        assertThat(scrape)
                .contains(
                        "opslore_question_seconds_count{error=\"none\",outcome=\"answered\"} 1",
                        "stage=\"first-token\"",
                        "model=\"" + MODEL + "\"");
        assertThat(scrape).doesNotContain("zebrafish", "drain.md", "Runbooks");
    }

    private static JsonNode dependencies() throws Exception {
        HttpResponse<String> health = get("/actuator/health", "Bearer " + TOKEN);
        return JsonMapper.shared().readTree(health.body()).at("/components/dependencies/components");
    }

    private static String scrape() throws Exception {
        return get("/actuator/prometheus", "Bearer " + TOKEN).body();
    }

    private static HttpResponse<String> get(String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(portal.url() + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HTTP.send(request.timeout(Duration.ofSeconds(3)).build(), BodyHandlers.ofString());
    }
}
