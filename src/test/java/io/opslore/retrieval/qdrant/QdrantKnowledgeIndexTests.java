package io.opslore.retrieval.qdrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.IndexAway;
import io.opslore.retrieval.IndexSnapshot;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.Holding;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.engine.IndexedWindow;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.engine.KnowledgeIndexContract;
import io.opslore.retrieval.engine.Within;
import io.opslore.retrieval.engine.WordQuery;
import io.opslore.retrieval.text.Language;
import io.opslore.testing.TestingQdrant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The engine against a real server. */
class QdrantKnowledgeIndexTests extends KnowledgeIndexContract {

    private static final GenerationId GENERATION = new GenerationId(1);
    private static final int MANY = 10_000;

    private static QdrantKnowledgeIndexes indexes;

    @BeforeAll
    static void connect() {
        indexes = new QdrantKnowledgeIndexes(TestingQdrant.settings(), WORDS);
    }

    @AfterAll
    static void disconnect() {
        if (indexes != null) {
            indexes.stored().forEach(indexes::drop);
            indexes.close();
        }
    }

    @Override
    protected KnowledgeIndex create() {
        KnowledgeIndex created = indexes.open(GENERATION, "first", 3);
        created.clear();
        return created;
    }

    @Test
    void keepsWhatItHoldsForTheSameModelOnly() {
        RevisionId revision = putOne();

        index = indexes.open(GENERATION, "first", 3);
        assertThat(index.holdings()).containsEntry(revision, new Holding(1, 0));

        index = indexes.open(GENERATION, "second", 4);
        assertThat(index.holdings()).isEmpty();
        assertThat(indexes.open(GENERATION, "second", 4).holdings()).isEmpty();
    }

    @Test
    void generationsLieSideBySideUntilOneIsDropped() {
        putOne();
        GenerationId other = new GenerationId(12);
        KnowledgeIndex beside = indexes.open(other, "first", 3);

        assertThat(beside.holdings()).isEmpty();
        assertThat(indexes.stored()).containsExactlyInAnyOrder(GENERATION, other);
        assertThat(indexes.size(GENERATION)).isPositive();

        indexes.drop(other);

        assertThat(indexes.stored()).containsExactly(GENERATION);
        assertThat(indexes.size(other)).isZero();
        assertThat(index.holdings()).hasSize(1);
    }

    @Test
    void aLossIsToldToWhoeverFindsOutAndTheCollectionMadeAnew() {
        List<GenerationId> lost = new ArrayList<>();
        indexes.onLoss(lost::add);
        putOne();

        indexes.drop(GENERATION);

        assertThatExceptionOfType(IndexAway.class)
                .isThrownBy(() -> index.holdings())
                .withMessageContaining("has lost");
        assertThat(lost).containsExactly(GENERATION);

        assertThat(index.holdings()).isEmpty();
        putOne();
        assertThat(index.holdings()).hasSize(1);
    }

    @Test
    void puttingTheSameTwiceLeavesOne() {
        RevisionId revision = revision();
        SpaceId space = new SpaceId(UUID.randomUUID());
        for (int time = 0; time < 2; time++) {
            index.putChunks(revision, space, List.of(chunk("port"), chunk("gateway")));
            index.putWindows(revision, space, List.of(window(), window()));
        }

        assertThat(index.holdings()).containsEntry(revision, new Holding(2, 2));
    }

    @Test
    void thousandsOfRevisionsMayBeWithheldOrWanted() {
        SpaceId space = new SpaceId(UUID.randomUUID());
        RevisionId shown = revision();
        RevisionId hidden = revision();
        index.putChunks(shown, space, List.of(chunk("port one")));
        index.putChunks(hidden, space, List.of(chunk("port two")));
        index.putWindows(shown, space, List.of(window()));
        index.putWindows(hidden, space, List.of(window()));
        Set<RevisionId> many =
                IntStream.range(0, MANY).mapToObj(n -> revision()).collect(Collectors.toSet());
        Set<RevisionId> withheld = new HashSet<>(many);
        withheld.add(hidden);
        Set<RevisionId> wanted = new HashSet<>(many);
        wanted.add(shown);
        wanted.add(hidden);
        var within =
                new Within(new ReadScope(Set.of(space), Set.of(), withheld), Optional.of(wanted));

        var found =
                index.byBoth(
                        WordQuery.anyOf(WORDS.ofQuery("port")), new float[] {1, 0, 0}, within, 10);

        assertThat(found.words()).extracting(hit -> hit.chunk().revision()).containsExactly(shown);
        assertThat(found.meaning())
                .extracting(hit -> hit.chunk().revision())
                .containsExactly(shown);
    }

    @Test
    void bothArmsAtOnceFindWhatEachFinds() {
        SpaceId space = new SpaceId(UUID.randomUUID());
        RevisionId revision = revision();
        index.putChunks(revision, space, List.of(chunk("port one"), chunk("gateway")));
        index.putWindows(revision, space, List.of(window()));
        Within within = Within.all(new ReadScope(Set.of(space)));
        WordQuery query = WordQuery.anyOf(WORDS.ofQuery("port gateway"));
        float[] meaning = {0.6f, 0.8f, 0};

        var both = index.byBoth(query, meaning, within, 10);

        assertThat(both.words()).isEqualTo(index.byWords(query, within, 10)).hasSize(2);
        assertThat(both.meaning()).isEqualTo(index.byMeaning(meaning, within, 10)).hasSize(1);
    }

    @Test
    void moreThanAPageIsCountedWhole() {
        SpaceId space = new SpaceId(UUID.randomUUID());
        RevisionId large = revision();
        index.putWindows(large, space, IntStream.range(0, 4_321).mapToObj(n -> window()).toList());
        putOne();

        assertThat(index.holdings()).containsEntry(large, new Holding(0, 4_321)).hasSize(2);
    }

    @Test
    void keepsASnapshotOfAGeneration() {
        putOne();

        IndexSnapshot snapshot = indexes.snapshot(GENERATION).orElseThrow();

        assertThat(snapshot.generation()).isEqualTo(GENERATION.value());
        assertThat(snapshot.name()).startsWith(snapshot.collection()).endsWith(".snapshot");
        assertThat(snapshot.bytes()).isPositive();
        assertThat(indexes.snapshot(new GenerationId(77))).isEmpty();
    }

    private static IndexedChunk chunk(String text) {
        return new IndexedChunk(0, Language.EN, "file.md", "Title", "", text);
    }

    private static IndexedWindow window() {
        return new IndexedWindow(0, Language.EN, new float[] {1, 0, 0});
    }
}
