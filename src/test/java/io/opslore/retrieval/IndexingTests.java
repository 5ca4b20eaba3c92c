package io.opslore.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.Revisions;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class IndexingTests {

    private static TestingLibrary library;

    private SpaceId space;

    @BeforeAll
    static void open() {
        library = new TestingLibrary("opslore.retrieval.keep-replaced=50ms");
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @BeforeEach
    void newSpace() {
        space = library.space(UUID.randomUUID().toString());
    }

    @Test
    void stepsMayBeRepeated() {
        RevisionId revision = library.publish(space, "a.md", "The gateway listens on 8443.");
        List<Passage> before = library.search("gateway", space);

        indexing().indexText(revision);
        indexing().embed(revision, (done, all) -> {});
        indexing().indexText(revision);

        assertThat(library.search("gateway", space)).hasSize(1).isEqualTo(before);
    }

    @Test
    void embeddingTellsItsProgressAndBringsMissingTextIn() {
        RevisionId revision = library.describe(space, "long.md", sections(3));
        List<String> told = new ArrayList<>();

        indexing().embed(revision, (done, all) -> told.add(done + "/" + all));

        assertThat(told).startsWith("0/" + windows(revision));
        assertThat(told).endsWith(windows(revision) + "/" + windows(revision));
        library.bean(Revisions.class).makeCurrent(revision);
        assertThat(library.search("section", space)).isNotEmpty();
    }

    @Test
    void anUnchangedWindowIsNeverEmbeddedTwice() {
        library.publish(space, "same.md", sections(4));
        long vectors = count("select count(*) from window_vector");
        List<Integer> done = new ArrayList<>();

        RevisionId next =
                library.describe(space, "same.md", sections(4) + "\n# New\n" + section(9));
        indexing().indexText(next);
        indexing().embed(next, (d, all) -> done.add(d));

        assertThat(done.getFirst()).as("known before anything is embedded").isPositive();
        assertThat(count("select count(*) from window_vector"))
                .isEqualTo(vectors + windows(next) - done.getFirst());
    }

    @Test
    void anInterruptStopsBetweenBatchesAndLosesNothing() {
        RevisionId revision = library.describe(space, "interrupted.md", sections(12));
        indexing().indexText(revision);

        indexing().embed(revision, (done, all) -> Thread.currentThread().interrupt());

        assertThat(Thread.interrupted()).isTrue();
        List<Integer> resumed = new ArrayList<>();
        indexing().embed(revision, (done, all) -> resumed.add(done));
        assertThat(resumed.getLast()).isEqualTo(windows(revision));
    }

    @Test
    void russianChunksAreNotEmbeddedByAnEnglishModel() {
        RevisionId revision = library.publish(space, "ru.md", "Перезапустите сервис командой.");

        assertThat(windows(revision)).isZero();
        assertThat(library.search("перезапуск сервисов", space)).hasSize(1);
    }

    @Test
    void aFactBehindTheModelsWindowIsFoundByMeaning() {
        String filler = "Ordinary text about the weather and the sea. ".repeat(70);
        RevisionId deep =
                library.publish(
                        space,
                        "deep.md",
                        filler + "\nTo unseal the vault three operators enter their keys.");
        library.publish(space, "other.md", filler);
        float[] question =
                library.bean(Embedder.class).query("who opens the secret store, and with what");

        List<Hit> nearest = library.index().byMeaning(question, new ReadScope(Set.of(space)), 2);

        assertThat(nearest.get(0).chunk().revision()).isEqualTo(deep);
        assertThat(nearest.get(0).score()).isGreaterThan(nearest.get(1).score() + 0.02);
    }

    @Test
    void aHugeLineIsSurvived() {
        String huge = "{\"gateway\":8443,\"n\":" + "[1,2,3],".repeat(40_000) + "}";

        RevisionId revision = library.publish(space, "huge.json", huge);

        assertThat(library.search("gateway 8443", space))
                .singleElement()
                .satisfies(found -> assertThat(found.text()).isEqualTo(huge));
        assertThat(windows(revision)).isLessThanOrEqualTo(24);
    }

    @Test
    void anEmptyTextIsIndexedWithoutChunks() {
        RevisionId revision = library.publish(space, "empty.md", "");

        assertThat(count("select count(*) from chunk where revision_id = ?", revision.value()))
                .isZero();
    }

    @Test
    void textThatWasNotDescribedCannotBeIndexed() {
        assertThatThrownBy(() -> indexing().indexText(new RevisionId(UUID.randomUUID())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aForgottenRevisionIsGone() {
        RevisionId revision = library.publish(space, "gone.md", "The gateway listens on 8443.");

        indexing().forget(revision);

        assertThat(library.search("gateway", space)).isEmpty();
        assertThat(count("select count(*) from chunk where revision_id = ?", revision.value()))
                .isZero();
        assertThat(library.bean(Revisions.class).text(revision))
                .as("citations still need the text")
                .isPresent();
    }

    @Test
    void aReplacedRevisionIsForgotten() {
        RevisionId first = library.publish(space, "a.md", "The gateway listens on 8443.");
        library.publish(space, "a.md", "The gateway listens on 9443.");

        until(() -> !library.index().holdings().containsKey(first));

        assertThat(count("select count(*) from chunk where revision_id = ?", first.value()))
                .isZero();
        indexing().indexText(first);
        indexing().embed(first, (done, all) -> {});
        assertThat(library.index().holdings())
                .as("a late job does not bring it back")
                .doesNotContainKey(first);
    }

    @Test
    void searchAsksForMoreWhenTooFewHitsAreConfirmed() {
        library.publish(space, "real.md", "The gateway is described here, among other things.");
        KnowledgeIndex index = library.index();
        for (int i = 0; i < 150; i++) {
            index.putChunks(
                    new RevisionId(UUID.randomUUID()),
                    space,
                    List.of(
                            new IndexedChunk(
                                    0, Language.EN, "gateway", "gateway", "gateway", "gateway")));
        }

        assertThat(library.paths("gateway", space)).containsExactly("real.md");
    }

    @Test
    void anIndexThatLiesAboutASpaceIsNotBelieved() {
        SpaceId secret = library.space(UUID.randomUUID().toString());
        RevisionId revision =
                library.publish(secret, "vault.md", "The gateway key is under the mat.");
        library.index()
                .putChunks(
                        revision,
                        space,
                        List.of(new IndexedChunk(0, Language.EN, "vault.md", "", "", "gateway")));

        assertThat(
                        library.bean(Retrieval.class)
                                .search(new Query("gateway", new ReadScope(Set.of(space)), 5)))
                .isEmpty();
    }

    private static Indexing indexing() {
        return library.bean(Indexing.class);
    }

    private static String sections(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> "# Part " + n + "\n" + section(n))
                .collect(Collectors.joining("\n"));
    }

    private static String section(int n) {
        return IntStream.range(0, 40)
                .mapToObj(
                        i -> "Line " + i + " of section " + n + " says something about a service.")
                .collect(Collectors.joining("\n"));
    }

    private static int windows(RevisionId revision) {
        return (int)
                count("select count(*) from chunk_window where revision_id = ?", revision.value());
    }

    private static long count(String sql, Object... arguments) {
        return library.bean(JdbcTemplate.class).queryForObject(sql, Long.class, arguments);
    }

    private static void until(BooleanSupplier condition) {
        Instant giveUp = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(giveUp);
            Thread.onSpinWait();
        }
    }
}
