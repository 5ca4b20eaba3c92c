package io.opslore.models.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.models.EmbeddingServer;
import io.opslore.models.EmbeddingServer.Wish;
import io.opslore.models.ModelFailure;
import io.opslore.models.ModelFailure.Reason;
import io.opslore.testing.TestingOllama;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OllamaEmbeddingTests {

    private static final String MODEL = "bge-m3:latest";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TestingOllama ollama = new TestingOllama().embeds(MODEL, 8);
    private final OllamaEmbedding server =
            TestingModels.embedding(TestingModels.settings(ollama.url()));

    @AfterEach
    void leave() {
        server.destroy();
        ollama.close();
    }

    @Test
    void vectorsComeInTheOrderOfTheTexts() {
        List<float[]> both = server.embed(wish("bge-m3:latest", true), List.of("disk", "network"));
        float[] disk = server.embed(wish("bge-m3:latest", true), List.of("disk")).getFirst();

        assertThat(both).hasSize(2);
        assertThat(both.getFirst()).hasSize(8).isEqualTo(disk);
        assertThat(both.getLast()).isNotEqualTo(disk);
        var request = ollama.embeds().getFirst();
        assertThat(request.path("keep_alive").asString()).isEqualTo("1800s");
        assertThat(request.path("truncate").asBoolean(true)).isFalse();
    }

    @Test
    void tellsWhatTheServerKnowsOfAModel() {
        assertThat(server.about("BGE-M3"))
                .isEqualTo(new EmbeddingServer.About("digest-of-" + MODEL, 2048));
        assertFails(Reason.MODEL_MISSING, () -> server.about("nomic-embed-text"));
    }

    @Test
    void whatIsTooLongIsRefusedUnlessItMayBeCut() {
        String text = "word ".repeat(3000);
        assertFails(Reason.REFUSED, () -> server.embed(wish(MODEL, true), List.of(text)));
        assertThat(server.embed(wish(MODEL, false), List.of(text))).hasSize(1);
    }

    @Test
    void saysWhyThereAreNoVectors() {
        assertFails(Reason.MODEL_MISSING, () -> server.embed(wish("gone", true), List.of("text")));
        ollama.leave();
        assertFails(Reason.UNREACHABLE, () -> server.embed(wish(MODEL, true), List.of("text")));
    }

    @Test
    void doesNotWaitForEver() {
        ollama.holdAfter(0);
        var hasty = new Wish(MODEL, true, Duration.ofMillis(200), PATIENCE);
        assertFails(Reason.UNREACHABLE, () -> server.embed(hasty, List.of("one", "two")));
        ollama.letGo();
    }

    private static void assertFails(Reason reason, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    private static Wish wish(String model, boolean whole) {
        return new Wish(model, whole, PATIENCE, Duration.ofMinutes(30));
    }
}
