package io.opslore.quality.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.OpsLore;
import io.opslore.ingest.cli.IngestCommand;
import io.opslore.testing.TestingOllama;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures little, once: what is told, not how much it is. */
class BenchCommandTests {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> scratch = new CopyOnWriteArrayList<>();

    @Test
    void eachPartGivesItsFiguresAndLeavesNothingBehind() throws Exception {
        try (var model = new TestingOllama()) {
            model.holds("writer:1b", "completion");
            model.answers(chat -> chat.says("Restart ", "the service. [1]\n\n").done());
            int code =
                    run(
                            List.of("--opslore.models.base-url=" + model.url()),
                            "--json --only ingest,first-word,answers,search,memory --index lucene"
                                    + " --chunks 200 --repetitions 1");
            assertThat(code).as(said.toString(UTF_8)).isZero();
            eachPromptIsSentAgainDirectly(model.chats());
        }

        JsonNode figures = JsonMapper.shared().readTree(printed.toString(UTF_8));
        assertThat(figures.isArray()).isTrue();
        figures.forEach(BenchCommandTests::isWhole);
        assertThat(figures.valueStream().map(it -> it.path("name").asString()).toList())
                .anyMatch(name -> name.startsWith("ingest against bare embedding"))
                .anyMatch(name -> name.startsWith("first token against the same prompt"))
                .anyMatch(name -> name.startsWith("answers with 8 in flight"))
                .contains(
                        "search in 200 chunks, p50, lucene",
                        "search in 200 chunks, p95, lucene",
                        "heap, idle, lucene",
                        "heap with 200 chunks against idle, lucene");
        assertThat(scratch).hasSize(2).allSatisfy(it -> assertThat(Path.of(it)).doesNotExist());
    }

    @Test
    void whatIsNotUnderstoodIsNamedBeforeAnythingIsStarted() {
        assertThat(run(List.of(), "--only speed")).isEqualTo(BenchCommand.FAILED);
        assertThat(run(List.of(), "--chunks 0")).isEqualTo(BenchCommand.FAILED);
        assertThat(run(List.of(), "--bare no-such.jar")).isEqualTo(BenchCommand.FAILED);
        assertThat(said.toString(UTF_8))
                .contains("Cannot be measured: speed")
                .contains("Nothing can be done so often: 0")
                .contains("Not there: no-such.jar")
                .contains("Usage: opslore bench");
        assertThat(scratch).isEmpty();
    }

    /** But for its first word, by which the server has not read it before. */
    private static void eachPromptIsSentAgainDirectly(List<JsonNode> chats) {
        for (int round = 0; round < 2; round++) {
            JsonNode portal = chats.get(2 * round);
            JsonNode direct = chats.get(2 * round + 1);
            assertThat(said(direct))
                    .isNotEqualTo(said(portal))
                    .isEqualTo(
                            said(portal).stream()
                                    .map(text ->
                                            text.replaceFirst("^system: These", "system: Those"))
                                    .toList());
            assertThat(direct.path("options").path("num_predict"))
                    .isEqualTo(portal.path("options").path("num_predict"));
            assertThat(direct.path("options").path("num_ctx"))
                    .isEqualTo(portal.path("options").path("num_ctx"));
            assertThat(direct.path("model")).isEqualTo(portal.path("model"));
        }
    }

    private static List<String> said(JsonNode chat) {
        return chat.path("messages")
                .valueStream()
                .map(turn -> turn.path("role").asString() + ": " + turn.path("content").asString())
                .toList();
    }

    private static void isWhole(JsonNode figure) {
        assertThat(figure.propertyNames())
                .containsExactly("name", "ratio", "unit", "value", "baseline");
        assertThat(figure.path("unit").asString()).isNotEmpty();
        assertThat(figure.path("value").asDouble()).isPositive();
        if (figure.path("baseline").isNull()) {
            assertThat(figure.path("ratio").isNull()).isTrue();
        } else {
            assertThat(figure.path("ratio").asDouble())
                    .isEqualTo(
                            figure.path("value").asDouble() / figure.path("baseline").asDouble());
        }
    }

    private int run(List<String> settings, String arguments) {
        return new BenchCommand(
                        wanted -> {
                            scratch.add(wanted.getFirst().replace("--opslore.data=", ""));
                            List<String> all = new ArrayList<>(wanted);
                            all.addAll(settings);
                            return IngestCommand.withoutWeb(OpsLore.class, all);
                        },
                        OpsLore.class,
                        new PrintStream(printed, true, UTF_8),
                        new PrintStream(said, true, UTF_8))
                .run(List.of(arguments.split(" ")));
    }
}
