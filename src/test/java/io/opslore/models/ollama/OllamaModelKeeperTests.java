package io.opslore.models.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opslore.models.LoadedModel;
import io.opslore.models.ModelFailure;
import io.opslore.models.ModelFailure.Reason;
import io.opslore.models.PullStep;
import io.opslore.models.StoredModel;
import io.opslore.testing.TestingModelServer;
import io.opslore.testing.TestingOllama;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class OllamaModelKeeperTests {

    private static final String MODEL = "qwen3:14b";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TestingOllama ollama = new TestingOllama().holds(MODEL, "completion");
    private final OllamaModelKeeper keeper =
            TestingModels.keeper(
                    TestingModels.settings(ollama.url(), PATIENCE, PATIENCE, PATIENCE));

    @AfterEach
    void leave() {
        ollama.close();
    }

    @Test
    void tellsWhatIsOnDisk() {
        assertThat(keeper.version()).isEqualTo("0.13.5");
        assertThat(keeper.stored())
                .containsExactly(
                        new StoredModel(
                                MODEL,
                                "digest-of-" + MODEL,
                                1000,
                                "14.8B",
                                "Q4_K_M",
                                Instant.parse("2026-11-22T12:00:00Z")));
    }

    @Test
    void loadsWithTheWindowThatQuestionsAreAskedWith() {
        assertThat(keeper.loaded()).isEmpty();
        keeper.load(MODEL, TestingModelServer.OPTIONS);
        assertThat(ollama.windows()).containsEntry(MODEL, 8192);
        assertThat(keeper.loaded())
                .containsExactly(
                        new LoadedModel(
                                MODEL,
                                6_000_000_000L,
                                4_500_000_000L,
                                OptionalInt.of(8192),
                                Instant.parse("2026-11-22T10:05:00.123456789Z")));
        keeper.unload(MODEL);
        assertThat(keeper.loaded()).isEmpty();
    }

    @Test
    void saysInTheServersWordsWhatIsNotThere() {
        assertThatThrownBy(() -> keeper.delete("absent:1b"))
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.MODEL_MISSING))
                .hasMessage("model 'absent:1b' not found");
        keeper.delete(MODEL);
        assertThat(keeper.stored()).isEmpty();
    }

    @Test
    void fetchesLayerByLayer() {
        ollama.pulls(
                "{\"status\":\"pulling manifest\"}",
                "{\"status\":\"pulling aa\",\"digest\":\"sha256:aa\",\"total\":100,\"completed\":40}",
                "{\"status\":\"success\"}");
        assertThat(keeper.pull("new:1b").collectList().block(PATIENCE))
                .containsExactly(
                        new PullStep("pulling manifest", "", 0, 0),
                        new PullStep("pulling aa", "sha256:aa", 100, 40),
                        new PullStep("success", "", 0, 0));
        assertThat(keeper.stored()).extracting(StoredModel::name).contains("new:1b");
    }

    @Test
    void anErrorComesInThePlaceOfALine() {
        ollama.pulls(
                "{\"status\":\"pulling manifest\"}",
                "{\"error\":\"pull model manifest: file does not exist\"}");
        assertThatThrownBy(() -> keeper.pull("absent:1b").blockLast(PATIENCE))
                .isInstanceOf(ModelFailure.class)
                .hasMessage("pull model manifest: file does not exist");
    }

    @Test
    void cancellingEndsTheTransfer() throws InterruptedException {
        ollama.pulls("hang");
        var steps = new CopyOnWriteArrayList<PullStep>();
        Disposable transfer = keeper.pull("big:70b").subscribe(steps::add);
        await().until(() -> !steps.isEmpty());
        transfer.dispose();
        assertThat(ollama.isPullLeft(10)).isTrue();
    }

    @Test
    void saysThatNobodyAnswers() {
        ollama.leave();
        assertThatThrownBy(keeper::version)
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE));
        assertThatThrownBy(() -> keeper.pull(MODEL).blockLast(PATIENCE))
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE));
    }
}
