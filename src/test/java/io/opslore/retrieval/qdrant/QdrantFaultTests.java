package io.opslore.retrieval.qdrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.IndexAway;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.Holding;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.engine.IndexedWindow;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.lucene.SnowballStemming;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.Words;
import io.opslore.testing.TestingQdrant;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A real server is killed without warning, and comes back. */
class QdrantFaultTests {

    private static final Words WORDS = new Words(SnowballStemming::new);
    private static final SpaceId SPACE = new SpaceId(UUID.randomUUID());
    private static final ReadScope SCOPE = new ReadScope(Set.of(SPACE));
    private static final int REVISIONS = 120;
    private static final int CHUNKS = 3;
    private static final int WINDOWS = 5;

    @Test
    void killedInTheMiddleOfPutsItLosesAndDoublesNothing() {
        try (TestingQdrant server = TestingQdrant.own();
                var indexes = new QdrantKnowledgeIndexes(server.ownSettings(), WORDS);
                KnowledgeIndex index = indexes.open(new GenerationId(1), "model", 3)) {
            List<RevisionId> revisions =
                    IntStream.range(0, REVISIONS)
                            .mapToObj(n -> new RevisionId(UUID.randomUUID()))
                            .toList();
            var done = new AtomicInteger();
            var interruptions = new AtomicInteger();
            var putting =
                    CompletableFuture.runAsync(() -> {
                        for (RevisionId revision : revisions) {
                            putUntilItHolds(index, revision, interruptions);
                            done.incrementAndGet();
                        }
                    });
            for (int kill = 1; kill <= 2; kill++) {
                int from = kill * REVISIONS / 4;
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> done.get() >= from);
                server.kill();
                server.restart();
            }
            putting.join();

            Map<RevisionId, Holding> expected = new HashMap<>();
            revisions.forEach(it -> expected.put(it, new Holding(CHUNKS, WINDOWS)));
            assertThat(index.holdings()).isEqualTo(expected);
            assertThat(index.byWords(WORDS.ofQuery("port"), SCOPE, 1_000))
                    .hasSize(REVISIONS * CHUNKS);
            System.out.printf(
                    "qdrant killed twice during %d puts: %d were begun again%n",
                    REVISIONS, interruptions.get());
        }
    }

    @Test
    void goneDuringASearchItIsAwayAndThenAnswersAgain() {
        try (TestingQdrant server = TestingQdrant.own();
                var indexes = new QdrantKnowledgeIndexes(server.ownSettings(), WORDS);
                KnowledgeIndex index = indexes.open(new GenerationId(1), "model", 3)) {
            put(index, new RevisionId(UUID.randomUUID()));
            assertThat(index.byWords(WORDS.ofQuery("port"), SCOPE, 10)).hasSize(CHUNKS);

            server.kill();

            assertThatExceptionOfType(IndexAway.class)
                    .isThrownBy(() -> index.byWords(WORDS.ofQuery("port"), SCOPE, 10));
            assertThatExceptionOfType(IndexAway.class)
                    .isThrownBy(() -> index.byMeaning(new float[] {1, 0, 0}, SCOPE, 10));
            assertThatExceptionOfType(IndexAway.class).isThrownBy(index::holdings);

            server.restart();

            assertThat(index.byWords(WORDS.ofQuery("port"), SCOPE, 10)).hasSize(CHUNKS);
        }
    }

    /** As an indexing job does. */
    private static void putUntilItHolds(
            KnowledgeIndex index, RevisionId revision, AtomicInteger interruptions) {
        while (true) {
            try {
                put(index, revision);
                return;
            } catch (IndexAway e) {
                interruptions.incrementAndGet();
            }
        }
    }

    private static void put(KnowledgeIndex index, RevisionId revision) {
        index.putChunks(
                revision,
                SPACE,
                IntStream.range(0, CHUNKS)
                        .mapToObj(
                                n -> new IndexedChunk(n, Language.EN, "a.md", "A", "", "port " + n))
                        .toList());
        index.putWindows(
                revision,
                SPACE,
                IntStream.range(0, WINDOWS)
                        .mapToObj(n -> new IndexedWindow(n, Language.EN, new float[] {1, 0, 0}))
                        .toList());
    }
}
