package io.opslore.tools.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.TestingConnections;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.StandInLoki;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingLogs;
import io.opslore.tools.ToolAnswer;
import io.opslore.tools.ToolCalls;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The tools for logs: Loki by a stand-in, log files real. */
class LogToolsTests extends PortalTest {

    private static final String PLANTED = "Planted";
    private static final Map<String, String> API = Map.of("app", "api", "level", "info");
    private static final Map<String, String> WEB = Map.of("app", "web");

    @Autowired private ToolCalls calls;
    @Autowired private Accounts accounts;
    @Autowired private Spaces spaces;
    @Autowired private ApplicationContext portal;

    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final String loki = "loki-" + word;
    private final String files = "files-" + word;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private StandInLoki server;
    private Asker reader;
    private Space space;
    private Path folder;

    @BeforeEach
    void connect() throws IOException {
        server = new StandInLoki();
        reader = TestingAskers.with(accounts, Role.READER);
        space = spaces.create("Logs " + word, "", TestingAskers.with(accounts, Role.ADMIN));
        folder = Files.createDirectories(TestingLogs.folder().resolve(word));
        put(loki, "loki", StandInLoki.settings(), StandInLoki.secrets());
        put(files, "logfiles", Map.of("folder", folder.toString()), Map.of());
    }

    @AfterEach
    void forget() {
        server.close();
        TestingConnections.remove(new ConnectionId(loki), portal);
        TestingConnections.remove(new ConnectionId(files), portal);
    }

    @Test
    void listsSourcesLabelsAndWhatTheyHold() throws IOException {
        push(API, 1, "one");
        push(WEB, 2, "two");
        Files.writeString(folder.resolve("app.log"), "one\n");

        assertThat(calls.call("logs_sources_list", Map.of(), reader).items())
                .extracting(row -> row.get("source"))
                .contains(loki, files);
        assertThat(call(files, "logs_sources_list", Map.of()).items())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("file", "app.log"));
        assertThat(inLoki("logs_labels_list", Map.of()).items())
                .containsExactly(Map.of("label", "app"), Map.of("label", "level"));
        assertThat(inLoki("logs_labels_list", Map.of("label", "app")).items())
                .containsExactly(Map.of("app", "api"), Map.of("app", "web"));
        assertThat(inLoki("logs_labels_list", Map.of("selector", "{app=\"api\"}")).items())
                .containsExactly(Map.of("stream", API));
        assertThat(inLoki("logs_stats_get", Map.of("selector", "{app=~\"api|web\"}")).items())
                .anySatisfy(row ->
                        assertThat(row).containsEntry("is", "all").containsEntry("entries", 2L))
                .anySatisfy(row ->
                        assertThat(row).containsEntry("labels", WEB).containsEntry("bytes", 3L));
        assertFails(Code.INVALID_ARGUMENT, loki, "logs_labels_list", Map.of("label", "../query"));
    }

    @Test
    void goesThroughAllLinesPageByPageAndNoLineTwice() {
        for (int line = 0; line < 95; line++) {
            // Ten lines at a time share their moment.
            push(line % 2 == 0 ? API : WEB, 100 - line / 10, "line " + line);
        }
        for (String direction : List.of("backward", "forward")) {
            List<String> told = new ArrayList<>();
            String cursor = "";
            do {
                Map<String, Object> arguments = new HashMap<>();
                arguments.put("query", "{app=~\"api|web\"}");
                arguments.put("limit", 7);
                arguments.put("direction", direction);
                if (!cursor.isEmpty()) {
                    arguments.put("cursor", cursor);
                }
                ToolAnswer page = inLoki("logs_lines_query", arguments);
                page.items().forEach(row -> told.add((String) row.get("text")));
                cursor = page.nextCursor();
                assertThat(page.truncated()).isEqualTo(!cursor.isEmpty());
            } while (!cursor.isEmpty());
            assertThat(told).hasSize(95).doesNotHaveDuplicates();
        }
    }

    @Test
    void takesSecretsOutOfLinesLabelsAndPatterns() throws IOException {
        push(Map.of("app", "api", "api_token", "Planted1Label9xQ"), 3, "up");
        push(API, 2, "connect postgres://shop:Planted2Url9x@db/shop");
        push(API, 1, "login password=Planted3Line9x user=anna");
        Files.writeString(
                folder.resolve("app.log"),
                at(5)
                        + " token: Planted4File9xQ\n"
                        + at(4)
                        + " -----BEGIN RSA PRIVATE KEY-----\n"
                        + "Planted5KeyMIIEowIBAAKCAQEA7bq9Planted5Key\n-----END RSA PRIVATE KEY-----\n");

        push(WEB, 9, "-----BEGIN RSA PRIVATE KEY-----");
        push(WEB, 8, "Planted6KeyMIIEowIBAAKCAQEA7bq9Planted6Key");
        push(WEB, 7, "-----END RSA PRIVATE KEY-----");

        StringBuilder all = new StringBuilder();
        all.append(inLoki("logs_lines_query", Map.of("query", "{app=\"web\"}")));
        all.append(inLoki("logs_lines_query", Map.of("query", "{app=\"web\"}", "limit", 2)));
        all.append(call(files, "logs_file_tail", Map.of("file", "app.log", "tail", 2)));
        all.append(inLoki("logs_lines_query", Map.of("query", "{app=\"api\"}")));
        all.append(inLoki("logs_patterns_get", Map.of("query", "{app=\"api\"}")));
        all.append(inLoki("logs_labels_list", Map.of("label", "api_token")));
        all.append(inLoki("logs_labels_list", Map.of("selector", "{app=\"api\"}")));
        all.append(inLoki("logs_stats_get", Map.of("selector", "{app=\"api\"}")));
        all.append(call(files, "logs_lines_query", Map.of()));
        all.append(call(files, "logs_file_tail", Map.of("file", "app.log")));
        all.append(call(files, "logs_patterns_get", Map.of()));

        assertThat(all.toString()).contains("user=anna", "«secret:").doesNotContain(PLANTED);
    }

    @Test
    void asksWhatAQuestionCostsBeforeItIsAsked() {
        push(API, 1, "one");
        server.estimate(2L << 30);

        assertFails(
                Code.RANGE_TOO_WIDE, loki, "logs_lines_query", Map.of("query", "{app=\"api\"}"));
        assertFails(
                Code.RANGE_TOO_WIDE, loki, "logs_patterns_get", Map.of("query", "{app=\"api\"}"));
        server.estimate(1);
        for (String wide : List.of("{}", "{app=~\".*\"}", "{app!=\"web\"}", "{app=\"\"}")) {
            assertFails(Code.RANGE_TOO_WIDE, loki, "logs_lines_query", Map.of("query", wide));
        }
        assertFails(
                Code.RANGE_TOO_WIDE,
                loki,
                "logs_lines_query",
                Map.of("query", "{app=\"api\"}", "since", "25h"));
        assertFails(
                Code.INVALID_ARGUMENT,
                loki,
                "logs_lines_query",
                Map.of("query", "sum(rate({app=\"api\"}[30d]))"));
        assertThat(server.requests()).noneMatch(line -> line.endsWith("query_range"));
        assertThat(inLoki("logs_lines_query", Map.of("query", "{app=\"api\"}")).items()).hasSize(1);
        assertThat(server.requests())
                .allMatch(line -> line.startsWith("GET /loki/api/v1/"))
                .anyMatch(line -> line.endsWith("query_range"));
    }

    @Test
    void putsAFilterIntoLogQlAsATextAndNothingElse() {
        push(API, 2, "said \"hello\" once");
        push(API, 1, "said nothing");

        assertThat(
                        inLoki(
                                        "logs_lines_query",
                                        Map.of("query", "{app=\"api\"}", "filter", "\"hello\""))
                                .items())
                .extracting(row -> row.get("text"))
                .containsExactly("said \"hello\" once");
    }

    @Test
    void groupsLinesThatAreAlike() throws IOException {
        for (int line = 0; line < 40; line++) {
            push(API, 40 - line, "GET /orders/%d took %d ms".formatted(line, line * 7));
        }
        push(API, 3, "Disk full on node-3");
        String query = "{app=\"api\"}";

        List<Map<String, Object>> groups =
                inLoki("logs_patterns_get", Map.of("query", query)).items();

        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst())
                .containsEntry("count", 40L)
                .containsEntry("pattern", "GET /orders/<*> took <*> ms")
                .containsEntry("firstSeen", now.minusSeconds(40).toString())
                .containsEntry("lastSeen", now.minusSeconds(1).toString());
        server.groups();
        assertThat(inLoki("logs_patterns_get", Map.of("query", query)).items())
                .extracting(row -> row.get("pattern"))
                .containsExactly("<_> grouped by the server <_>");
    }

    @Test
    void readsTheEndOfFilesPackedAndRotatedOnes() throws IOException {
        pack("app.log.2.gz", at(300) + " first\n" + at(299) + " second\n");
        age("app.log.2.gz", 290);
        Files.writeString(folder.resolve("app.log.1"), at(200) + " third\n  at a.B.c\n");
        age("app.log.1", 190);
        Files.writeString(
                folder.resolve("app.log"), "x".repeat(5_000) + "\n" + at(10) + " fourth ERROR\n");

        assertThat(texts(call(files, "logs_file_tail", Map.of("file", "app.log.2.gz"))))
                .containsExactly(at(300) + " first", at(299) + " second");
        ToolAnswer tail = call(files, "logs_file_tail", Map.of("file", "app.log"));
        assertThat(texts(tail).getFirst()).hasSize(1_001).endsWith("…");
        assertThat(texts(call(files, "logs_lines_query", Map.of("limit", 4))).getFirst())
                .endsWith("fourth ERROR");
        assertThat(texts(call(files, "logs_lines_query", Map.of("filter", "third"))))
                .containsExactly(at(200) + " third");
        assertThat(texts(call(files, "logs_lines_query", Map.of("start", at(299), "end", at(100)))))
                .contains("  at a.B.c", at(200) + " third", at(299) + " second")
                .doesNotContain(at(300) + " first", at(10) + " fourth ERROR");
        List<String> told = new ArrayList<>();
        String cursor = "0.0";
        while (!cursor.isEmpty()) {
            ToolAnswer page = call(files, "logs_lines_query", Map.of("limit", 2, "cursor", cursor));
            told.addAll(texts(page));
            cursor = page.nextCursor();
        }
        assertThat(told).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void readsABigFileByItsEndAlone() throws IOException {
        Path big = folder.resolve("big.log");
        try (Writer out = Files.newBufferedWriter(big)) {
            for (int line = 0; line < 600_000; line++) {
                out.write("line %d %s%n".formatted(line, "x".repeat(60)));
            }
        }
        long begun = System.nanoTime();

        List<String> last =
                texts(call(files, "logs_file_tail", Map.of("file", "big.log", "tail", 3)));

        System.out.printf(
                "log file: %d MiB, tail in %d ms%n",
                Files.size(big) >> 20, (System.nanoTime() - begun) / 1_000_000);
        assertThat(last).hasSize(3);
        assertThat(last.getLast()).startsWith("line 599999 ");
    }

    @Test
    void leadsNowhereElse() throws IOException {
        Path outside = Files.createTempFile("outside", ".log");
        Files.writeString(outside, "PlantedOutside\n");
        Files.createSymbolicLink(folder.resolve("link.log"), outside);
        Files.createSymbolicLink(folder.resolve("way"), outside.getParent());
        Files.writeString(folder.resolve("app.log"), "in\n");
        Files.createSymbolicLink(folder.resolve("current.log"), Path.of("app.log"));
        Files.writeString(folder.resolve("key.pem"), PLANTED);

        assertThat(call(files, "logs_sources_list", Map.of()).items())
                .extracting(row -> row.get("file"))
                .containsExactlyInAnyOrder("app.log", "current.log");
        for (String name :
                List.of(
                        "link.log",
                        "key.pem",
                        "../" + word + "/app.log",
                        outside.toString(),
                        "way/" + outside.getFileName(),
                        "app.log/../link.log")) {
            assertFails(Code.NOT_FOUND, files, "logs_file_tail", Map.of("file", name));
        }
        assertThat(texts(call(files, "logs_lines_query", Map.of()))).containsOnly("in");
    }

    @Test
    void readsOnlyFoldersThatTheOperatorNamed() throws IOException {
        Path other = Files.createTempDirectory("other");
        put(files, "logfiles", Map.of("folder", other.toString()), Map.of());
        assertFails(Code.INVALID_ARGUMENT, files, "logs_lines_query", Map.of());
        Files.createSymbolicLink(folder.resolve("out"), other);
        put(files, "logfiles", Map.of("folder", folder.resolve("out").toString()), Map.of());
        assertThatThrownBy(() -> call(files, "logs_lines_query", Map.of()))
                .asInstanceOf(InstanceOfAssertFactories.type(ToolFailure.class))
                .satisfies(failure ->
                        assertThat(failure.suggestion()).contains("opslore.connections.folders"));
    }

    @Test
    void goesToNoLokiThatIsNotAllowed() {
        put(loki, "loki", Map.of("url", "http://169.254.169.254:80/latest"), StandInLoki.secrets());
        assertFails(
                Code.UPSTREAM_DENIED, loki, "logs_lines_query", Map.of("query", "{app=\"api\"}"));
        put(loki, "loki", StandInLoki.settings(), Map.of("token", "wrong"));
        assertFails(
                Code.UPSTREAM_DENIED, loki, "logs_lines_query", Map.of("query", "{app=\"api\"}"));
    }

    private void push(Map<String, String> labels, int secondsAgo, String text) {
        server.push(labels, now.minusSeconds(secondsAgo).getEpochSecond() * 1_000_000_000L, text);
    }

    private String at(int secondsAgo) {
        return now.minusSeconds(secondsAgo).toString();
    }

    private void pack(String name, String text) throws IOException {
        try (Writer out =
                new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(folder.resolve(name))),
                        StandardCharsets.UTF_8)) {
            out.write(text);
        }
    }

    private void age(String name, int secondsAgo) throws IOException {
        Files.setLastModifiedTime(
                folder.resolve(name),
                java.nio.file.attribute.FileTime.from(now.minusSeconds(secondsAgo)));
    }

    private static List<String> texts(ToolAnswer answer) {
        return answer.items().stream().map(row -> (String) row.get("text")).toList();
    }

    private ToolAnswer inLoki(String tool, Map<String, ?> arguments) {
        return call(loki, tool, arguments);
    }

    private ToolAnswer call(String source, String tool, Map<String, ?> arguments) {
        Map<String, Object> all = new HashMap<>(arguments);
        all.put("source", source);
        return calls.call(tool, all, reader);
    }

    private void assertFails(Code code, String source, String tool, Map<String, ?> arguments) {
        assertThatThrownBy(() -> call(source, tool, arguments))
                .asInstanceOf(InstanceOfAssertFactories.type(ToolFailure.class))
                .extracting(ToolFailure::code)
                .isEqualTo(code);
    }

    private void put(
            String id, String kind, Map<String, String> settings, Map<String, String> secrets) {
        TestingConnections.put(
                new Connection(new ConnectionId(id), id, kind, space.id(), settings, secrets),
                portal);
    }
}
