package io.opslore.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.Holding;
import io.opslore.retrieval.engine.IndexedWindow;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.engine.KnowledgeIndexContract;
import io.opslore.retrieval.text.Language;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneKnowledgeIndexTests extends KnowledgeIndexContract {

    @TempDir Path folder;

    @Override
    protected KnowledgeIndex create() {
        return open("first");
    }

    @Test
    void keepsWhatItHoldsOverARestart() {
        RevisionId revision = putOne();

        reopen("first");

        assertThat(index.holdings()).containsEntry(revision, new Holding(1, 0));
    }

    @Test
    void anIndexOfAnotherGenerationIsThrownAway() {
        putOne();

        reopen("second");

        assertThat(index.holdings()).isEmpty();
        putOne();
        reopen("second");
        assertThat(index.holdings()).hasSize(1);
    }

    @Test
    void aFolderThatCannotBeReadIsMadeAnew() throws IOException {
        putOne();
        index.close();
        for (Path file : files()) {
            Files.write(file, new byte[] {1, 2, 3});
        }

        index = open("first");

        assertThat(index.holdings()).isEmpty();
        putOne();
        assertThat(index.holdings()).hasSize(1);
    }

    @Test
    void damageInsideAFileIsNoticedWhenCounting() throws IOException {
        index.putWindows(
                revision(),
                new SpaceId(UUID.randomUUID()),
                List.of(new IndexedWindow(0, Language.EN, new float[] {0.6f, 0.8f, 0})));
        index.close();
        Path segment =
                files().stream()
                        .filter(file -> file.toString().endsWith(".cfs"))
                        .findFirst()
                        .orElseThrow();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[placeOf(0.6f, bytes)] ^= 0x55;
        Files.write(segment, bytes);

        index = open("first");

        assertThatThrownBy(index::holdings).isInstanceOf(KnowledgeIndex.Damaged.class);
        index.clear();
        putOne();
        assertThat(index.holdings()).hasSize(1);
    }

    private static int placeOf(float number, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return IntStream.range(0, bytes.length - Float.BYTES)
                .filter(place -> buffer.getFloat(place) == number)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoPortalsCannotShareAFolder() {
        assertThatThrownBy(() -> open("first"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("opslore.data");
    }

    private KnowledgeIndex open(String generation) {
        return new LuceneKnowledgeIndex(folder, generation, WORDS, Duration.ofMinutes(1));
    }

    private void reopen(String generation) {
        index.close();
        index = open(generation);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("write.lock")).toList();
        }
    }
}
