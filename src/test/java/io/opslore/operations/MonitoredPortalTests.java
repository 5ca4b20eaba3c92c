package io.opslore.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import io.opslore.testing.TestingOllama;
import io.opslore.testing.TestingOtlp;
import io.opslore.testing.TestingPortalClient;
import io.opslore.testing.TestingPortalProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

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
    private static String answerId;

    @BeforeAll
    static void aPortalThatHasAnswered() throws Exception {
        ollama = new TestingOllama().holds(MODEL, "completion");
        collector = new TestingOtlp();
        ollama.answers(MonitoredPortalTests::draining);
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
        answerId = ask("12 minutes");
    }

    @AfterAll
    static void goodbye() {
        portal.close();
        collector.close();
        ollama.close();
    }

    /** The answer's id. */
    private static String ask(String expected) throws Exception {
        var question =
                HttpRequest.newBuilder(URI.create(portal.url() + "/v1/chat/completions"))
                        .header("Authorization", "Bearer " + ownToken())
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"model\":\"opslore\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
                                                .formatted(QUESTION)))
                        .build();
        HttpResponse<String> answer = HTTP.send(question, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(expected);
        return JsonMapper.shared()
                .readTree(answer.body())
                .path("id")
                .asString()
                .substring("chatcmpl-".length());
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

    @Test
    void withoutTheModelServerThePortalIsReadyAndSaysWhatIsAway() throws Exception {
        ollama.leave();
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(dependencies().at("/model-server/status").asString())
                                    .isEqualTo("DEGRADED"));
            assertThat(dependencies().at("/model-server/details/reason").asString())
                    .contains("does not answer", "passages");
            assertThat(get("/actuator/health/readiness", "").statusCode()).isEqualTo(200);
            assertThat(get("/actuator/health/liveness", "").statusCode()).isEqualTo(200);
            assertThat(scrape())
                    .contains("opslore_dependency_state{dependency=\"model-server\"} 0.0");
        } finally {
            ollama.comeBack();
        }
    }

    @Test
    void theGuideListsExactlyTheNumbersThatThereAre() throws Exception {
        Set<String> listed = new TreeSet<>();
        Pattern.compile("^\\| `(opslore_[a-z_]+)`", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("docs/monitoring.md")))
                .results()
                .forEach(row -> listed.add(row.group(1)));
        Set<String> own = new TreeSet<>(families());
        own.removeIf(name -> !name.startsWith("opslore_"));
        own.addAll(notHere());

        assertThat(listed).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"docker/prometheus/alerts.yml", "docker/grafana/dashboards/opslore.json"})
    void alertsAndDashboardReadNumbersThatThereAre(String file) throws Exception {
        Set<String> there = new TreeSet<>(families());
        there.addAll(notHere());
        // Told by Prometheus itself, and by Spring Boot where certificates are used.
        there.addAll(Set.of("up", "ssl_chain_expiry_seconds"));
        Set<String> read = new TreeSet<>();
        for (String expression : expressions(Path.of(file))) {
            // Labels of what is aggregated are no metrics.
            String metrics =
                    expression
                            .replaceAll("\\{[^}]*}", "{}")
                            .replaceAll("\\b(by|on|without)\\s*\\([^)]*\\)", "");
            Pattern.compile("(?<![\\w\"])([a-z][a-z0-9]*_[a-z0-9_]+|up)\\b(?!\\s*\\()")
                    .matcher(metrics)
                    .results()
                    .forEach(
                            name -> read.add(name.group(1).replaceAll("_(bucket|count|sum)$", "")));
        }

        assertThat(read).hasSizeGreaterThan(10);
        assertThat(there).containsAll(read);
    }

    @Test
    void aQuestionIsOneTraceFromTheClickToTheLastWord() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> collector.spans().stream().anyMatch(it -> isOf(answerId, it)));
        Span ask =
                collector.spans().stream()
                        .filter(it -> isOf(answerId, it))
                        .findFirst()
                        .orElseThrow();
        List<Span> trace =
                collector.spans().stream()
                        .filter(span -> span.getTraceId().equals(ask.getTraceId()))
                        .toList();

        assertThat(ask.getParentSpanId().isEmpty()).isTrue();
        assertThat(trace)
                .extracting(Span::getName)
                .contains(
                        "guard",
                        "retrieval",
                        "search",
                        "embed",
                        "index",
                        "tools",
                        "answer",
                        "queue",
                        "first-token",
                        "writing");
        Map<String, String> parents = new TreeMap<>();
        for (Span span : trace) {
            trace.stream()
                    .filter(it -> it.getSpanId().equals(span.getParentSpanId()))
                    .forEach(it -> parents.put(span.getName(), it.getName()));
        }
        assertThat(parents)
                .containsEntry("guard", "ask")
                .containsEntry("retrieval", "ask")
                .containsEntry("search", "retrieval")
                .containsEntry("embed", "search")
                .containsEntry("index", "search")
                .containsEntry("tools", "ask")
                .containsEntry("answer", "ask")
                .containsEntry("queue", "answer")
                .containsEntry("first-token", "answer")
                .containsEntry("writing", "answer");
        assertThat(collector.text())
                .doesNotContain("zebrafish", "drain.md", "Runbooks", "12 minutes");
    }

    @Test
    void theLinesOfTheLogHaveTheTraceOfTheQuestion() throws Exception {
        String answer;
        ollama.answers(chat -> chat.refuses(400, "not today"));
        try {
            answer = ask("takes about 12 minutes. [1]");
        } finally {
            ollama.answers(MonitoredPortalTests::draining);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> collector.spans().stream().anyMatch(it -> isOf(answer, it)));
        Span asked =
                collector.spans().stream().filter(it -> isOf(answer, it)).findFirst().orElseThrow();
        String trace = HexFormat.of().formatHex(asked.getTraceId().toByteArray());

        String refused =
                Files.readAllLines(data.resolve("logs/opslore.json")).stream()
                        .filter(line -> line.contains("The model server refused"))
                        .findFirst()
                        .orElseThrow();
        assertThat(JsonMapper.shared().readTree(refused).path("traceId").asString())
                .isEqualTo(trace);
        assertThat(portal.output().lines())
                .anyMatch(line ->
                        line.contains("[" + trace + "] ")
                                && line.contains("The model server refused"));
    }

    /** By this the trace of an answer's row is found. */
    private static boolean isOf(String answer, Span span) {
        return span.getAttributesList().stream()
                .anyMatch(it ->
                        it.getKey().equals("answer")
                                && it.getValue().getStringValue().equals(answer));
    }

    private static void draining(TestingOllama.Chat chat) throws IOException {
        chat.says("Draining ", "takes 12 minutes [1].").done();
    }

    @Test
    void theSupportBundleHoldsNothingOfWhatIsInThePortal() throws Exception {
        Map<String, String> bundle = bundle();

        assertThat(bundle.keySet())
                .containsExactly(
                        "about.txt",
                        "counts.txt",
                        "health.txt",
                        "log.txt",
                        "metrics.txt",
                        "settings.txt",
                        "threads.txt");
        assertThat(bundle.get("health.txt")).contains("database", "UP");
        assertThat(bundle.get("settings.txt"))
                .contains("OPSLORE_OPERATIONS_METRICS_TOKEN = (set)")
                .contains("opslore.library.bin-retention = 30d");
        assertThat(bundle.get("counts.txt")).contains("table document", "migration 49: true");
        assertThat(bundle.get("log.txt")).contains("INFO io.opslore");
        bundle.forEach((file, content) ->
                assertThat(content)
                        .as(file)
                        .doesNotContainIgnoringCase("zebrafish")
                        .doesNotContain("drain.md", "Runbooks", TOKEN, ownToken()));
    }

    private static Map<String, String> bundle() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(portal.url() + "/api/support"))
                        .header("Authorization", "Bearer " + ownToken())
                        .POST(BodyPublishers.noBody())
                        .build();
        HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, String> files = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static String ownToken() {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(data.resolve("portal.json")))
                    .get("token")
                    .asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a scrape tells, each without what a histogram makes of it. */
    private static Set<String> families() throws Exception {
        Set<String> names = new TreeSet<>();
        scrape().lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" "))
                .forEach(type -> {
                    names.add(type[2]);
                });
        names.removeIf(name -> name.startsWith("opslore_") && name.endsWith("_max"));
        return names;
    }

    /** What this portal has no occasion for, but the program has: its meters are in the sources. */
    private static Set<String> notHere() throws Exception {
        Map<String, String> meters =
                Map.of(
                        "opslore_gpu_utilisation_percent", "opslore.gpu.utilisation",
                        "opslore_gpu_memory_used_bytes", "opslore.gpu.memory.used",
                        "opslore_gpu_memory_size_bytes", "opslore.gpu.memory.size",
                        "opslore_gpu_temperature_celsius", "opslore.gpu.temperature",
                        "opslore_tool_calls_seconds", "opslore.tool.calls",
                        "opslore_syncs_total", "opslore.syncs",
                        "opslore_secrets_masked_total", "opslore.secrets.masked",
                        "opslore_sign_ins_total", "opslore.sign.ins");
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/opslore"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
        }
        meters.values()
                .forEach(meter -> assertThat(sources.toString()).contains('"' + meter + '"'));
        return meters.keySet();
    }

    private static List<String> expressions(Path file) throws Exception {
        String text = Files.readString(file);
        return text.startsWith("{")
                ? JsonMapper.shared().readTree(text).findValuesAsString("expr")
                : new YAMLMapper().readTree(text).findValuesAsString("expr");
    }

    private static JsonNode dependencies() throws Exception {
        HttpResponse<String> health = get("/actuator/health", "Bearer " + TOKEN);
        return JsonMapper.shared()
                .readTree(health.body())
                .at("/components/dependencies/components");
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
