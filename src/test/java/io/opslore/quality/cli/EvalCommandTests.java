package io.opslore.quality.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.OpsLore;
import io.opslore.ingest.cli.IngestCommand;
import io.opslore.quality.Eval;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures the sample space's own set, whose answers are told right from wrong by key facts. */
class EvalCommandTests {

    private static final Path HANDBOOK = Path.of("src/test/resources/judged/handbook");

    @TempDir private Path data;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final AtomicReference<String> scratch = new AtomicReference<>("");

    @Test
    void asJsonItPrintsTheMeasuresAloneAndLeavesNothingBehind() {
        assertThat(run(HANDBOOK.toString(), "--json")).as(said.toString(UTF_8)).isZero();

        JsonNode report = JsonMapper.shared().readTree(printed.toString(UTF_8));
        assertThat(report.path("set").asString()).isEqualTo("handbook");
        assertThat(report.path("queries").asInt()).isEqualTo(36);
        assertThat(names(report)).containsExactly("bm25", "vectors", "fused");
        JsonNode fused = report.path("runs").path(2);
        assertThat(fused.path("ndcg10").asDouble()).isBetween(0.97, 1.0);
        assertThat(fused.path("recall20").asDouble()).isEqualTo(1);
        assertThat(fused.path("byLanguage").path("ru").path("mrr").asDouble()).isPositive();
        assertThat(report.path("settings").path("words-weight").asString()).isNotEmpty();
        assertThat(said.toString(UTF_8)).contains("No portal runs on this data folder");
        assertThat(Path.of(scratch.get())).doesNotExist();
        answersAreGood(report.path("answers"));
    }

    @Test
    void whatIsWrongIsNamedBeforeAnythingIsStarted() throws Exception {
        assertThat(run()).isEqualTo(EvalCommand.FAILED);
        assertThat(said.toString(UTF_8)).contains("A folder is needed").contains("Usage");
        Path broken = Files.createDirectory(data.resolve("broken"));
        Files.writeString(broken.resolve("corpus.jsonl"), "");
        assertThat(run(broken.toString())).isEqualTo(EvalCommand.FAILED);
        assertThat(said.toString(UTF_8)).contains("Missing: ").contains("queries.jsonl");
        assertThat(scratch.get()).isEmpty();
    }

    private static void answersAreGood(JsonNode answers) {
        System.out.println("Answers on the sample space: " + answers);
        assertThat(answers.path("answerable").asInt()).isGreaterThanOrEqualTo(30);
        assertThat(answers.path("unanswerable").asInt()).isGreaterThanOrEqualTo(15);
        assertThat(answers.path("answered").asDouble()).isGreaterThan(0.94);
        assertThat(answers.path("citationRecall").asDouble()).isGreaterThan(0.75);
        assertThat(answers.path("refused").asDouble()).isGreaterThan(0.9);
    }

    private static List<String> names(JsonNode report) {
        return report.path("runs").valueStream().map(run -> run.path("name").asString()).toList();
    }

    private int run(String... arguments) {
        var eval =
                new Eval(settings -> {
                    scratch.set(settings.getFirst().replace("--opslore.data=", ""));
                    return IngestCommand.withoutWeb(OpsLore.class, settings);
                });
        return new EvalCommand(
                        eval,
                        new Keeping(data),
                        new PrintStream(printed, true, UTF_8),
                        new PrintStream(said, true, UTF_8))
                .run(List.of(arguments));
    }
}
