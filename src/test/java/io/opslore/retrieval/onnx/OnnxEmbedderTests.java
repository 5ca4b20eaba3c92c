package io.opslore.retrieval.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.TokenSpans;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEmbedderTests {

    @TempDir static Path nativeLibraries;

    private static OnnxEmbedder embedder;

    @BeforeAll
    static void open() {
        embedder = new OnnxEmbedder(nativeLibraries, 2);
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void aQuestionIsNearestToThePassageThatAnswersIt() {
        List<float[]> passages =
                embedder.passages(
                        List.of(
                                "To free disk space, delete rotated logs and old images.",
                                "The vault is unsealed with three of the five keys.",
                                "Pandas eat bamboo."));

        float[] question = embedder.query("How do I unseal the secret store?");

        double disk = cosine(question, passages.get(0));
        double vault = cosine(question, passages.get(1));
        double panda = cosine(question, passages.get(2));
        assertThat(vault).isGreaterThan(disk + 0.02);
        assertThat(disk).isGreaterThan(panda);
    }

    @Test
    void vectorsHaveLengthOneAndTheSaidNumberOfNumbers() {
        for (float[] vector : embedder.passages(List.of("a", "some words", "x ".repeat(300)))) {
            assertThat(vector).hasSize(embedder.dimensions());
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void aBatchChangesVectorsOnlyWithinTheNoiseOfEightBits() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            texts.add("The pod restarts again. ".repeat(1 + (i * 7) % 5) + i);
        }

        List<float[]> together = embedder.passages(texts);

        for (int i = 0; i < texts.size(); i++) {
            float[] alone = embedder.passages(List.of(texts.get(i))).getFirst();
            assertThat(cosine(alone, together.get(i))).isGreaterThan(0.97);
        }
    }

    @Test
    void aPassageThatDoesNotFitIsRefusedAndNeverCut() {
        assertThatThrownBy(() -> embedder.passages(List.of("fits", "word ".repeat(511))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("513");
        assertThat(embedder.passages(List.of("word ".repeat(510)))).hasSize(1);
    }

    @Test
    void aQuestionOfAnyLengthHasAVector() {
        assertThat(embedder.query("why does the pod restart ".repeat(20_000))).hasSize(384);
        assertThat(embedder.query("")).hasSize(384);
    }

    @Test
    void tokensAreCountedInTextsOfAnySize() {
        assertThat(embedder.tokens("")).isZero();
        assertThat(embedder.tokens("hello world")).isEqualTo(2);
        assertThat(embedder.tokens("word ".repeat(100_000))).isBetween(100_000, 100_100);
    }

    @Test
    void spansAreCharsOfTheTextEvenBehindEmoji() {
        String text = "🚀🚀 deploy Кластер 🚀 ok";

        TokenSpans spans = embedder.spans(text);

        int last = spans.count() - 1;
        assertThat(text.substring(spans.starts()[last], spans.ends()[last])).isEqualTo("ok");
        assertThat(text.substring(spans.starts()[last - 1], spans.ends()[last - 1]))
                .isEqualTo("🚀");
    }

    @Test
    void readsEnglishOnly() {
        assertThat(embedder.reads(Language.EN)).isTrue();
        assertThat(embedder.reads(Language.RU)).isFalse();
    }

    @Test
    void questionsGetThroughWhileABulkIsEmbedded() throws InterruptedException {
        embedder.query("warm up");
        var finished = new AtomicBoolean();
        Thread bulk =
                Thread.ofPlatform()
                        .start(() -> {
                            List<String> texts = new ArrayList<>();
                            for (int i = 0; i < 60; i++) {
                                texts.add("the pod restarts ".repeat(100) + i);
                            }
                            embedder.passages(texts);
                            finished.set(true);
                        });
        Instant start = Instant.now();
        for (int i = 0; i < 3; i++) {
            embedder.query("why " + i);
        }
        boolean bulkWasStillRunning = !finished.get();
        Duration taken = Duration.between(start, Instant.now());
        bulk.join();

        assertThat(bulkWasStillRunning).as("three questions took " + taken).isTrue();
    }

    @Test
    void theTokenizerIsKeptOffTheNetworkBeforeItIsLoaded() {
        embedder.tokens("load");

        assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
        assertThat(System.getProperty("RUST_FLAVOR")).isEqualTo("cpu");
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
