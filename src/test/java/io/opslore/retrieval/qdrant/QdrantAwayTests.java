package io.opslore.retrieval.qdrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.IndexAway;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.lucene.SnowballStemming;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.Words;
import io.opslore.testing.TestingQdrant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the engine says where its server cannot be had. */
class QdrantAwayTests {

    private static final Words WORDS = new Words(SnowballStemming::new);
    private static final Duration DEADLINE = Duration.ofMillis(400);
    private static final SpaceId SPACE = new SpaceId(UUID.randomUUID());

    @Test
    void withoutAServerASearchSaysSoAtOnce() throws IOException {
        int port = closedPort();
        try (var indexes = indexes(port);
                KnowledgeIndex index = indexes.open(new GenerationId(1), "model", 3)) {
            Instant begun = Instant.now();

            assertThatExceptionOfType(IndexAway.class)
                    .isThrownBy(() -> search(index))
                    .withMessageContaining("Qdrant at http://127.0.0.1:" + port);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void withoutAServerWhatIsPutIsNotLostInSilence() throws IOException {
        try (var indexes = indexes(closedPort());
                KnowledgeIndex index = indexes.open(new GenerationId(1), "model", 3)) {
            assertThatExceptionOfType(IndexAway.class)
                    .isThrownBy(() ->
                            index.putChunks(
                                    new RevisionId(UUID.randomUUID()),
                                    SPACE,
                                    List.of(
                                            new IndexedChunk(
                                                    0, Language.EN, "a.md", "A", "", "port"))));
        }
    }

    @Test
    void aServerThatAcceptsAndSaysNothingIsGivenUpAtTheDeadline() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var indexes = indexes(silent.getLocalPort());
                KnowledgeIndex index = indexes.open(new GenerationId(1), "model", 3)) {
            Instant begun = Instant.now();

            assertThatExceptionOfType(IndexAway.class).isThrownBy(() -> search(index));
            assertThat(Duration.between(begun, Instant.now()))
                    .as("one more try at most, and the deadline each time")
                    .isBetween(DEADLINE, Duration.ofSeconds(8));
        }
    }

    @Test
    void anEmptyScopeIsNotEvenAsked() throws IOException {
        try (var indexes = indexes(closedPort());
                KnowledgeIndex index = indexes.open(new GenerationId(1), "model", 3)) {
            var nobody = new ReadScope(Set.of());

            assertThat(index.byWords(WORDS.ofQuery("port"), nobody, 10)).isEmpty();
            assertThat(index.byMeaning(new float[] {1, 0, 0}, nobody, 10)).isEmpty();
        }
    }

    private static void search(KnowledgeIndex index) {
        index.byWords(WORDS.ofQuery("port"), new ReadScope(Set.of(SPACE)), 10);
    }

    private static QdrantKnowledgeIndexes indexes(int port) {
        return new QdrantKnowledgeIndexes(
                TestingQdrant.settings("http://127.0.0.1:" + port, "", DEADLINE), WORDS);
    }

    private static int closedPort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
