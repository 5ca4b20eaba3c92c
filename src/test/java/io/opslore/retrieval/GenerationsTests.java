package io.opslore.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.identity.TestingAuthority;
import io.opslore.library.Difference;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.KnowledgeIndexes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class GenerationsTests {

    private static final Asker ADMIN = TestingAuthority.asker("admin", Role.ADMIN);
    private static final GenerationId FIRST = new GenerationId(1);
    private static final GenerationId SECOND = new GenerationId(2);
    private static final String MODEL_A = "testing.embedder=a";
    private static final String MODEL_B = "testing.embedder=b";
    private static final String HELD = "testing.hold=3";
    private static final String[] SMALLER = {
        MODEL_A, "opslore.retrieval.chunk.min-tokens=60", "opslore.retrieval.chunk.max-tokens=120"
    };

    private TestingLibrary library;
    private SpaceId space;

    @BeforeEach
    void open() {
        library = new TestingLibrary(MODEL_A);
        space = library.space("space");
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void aReaderSeesTheOldIndexOrTheNewOneDuringARebuildAndNeverNoneNorBoth() throws Exception {
        publishDocuments(40);
        Set<String> old = places();
        AtomicBoolean done = new AtomicBoolean();
        List<Set<String>> seen = Collections.synchronizedList(new ArrayList<>());
        library.restart(() -> {}, hold(SMALLER));
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<?> reading =
                    reader.submit(() -> {
                        while (!done.get()) {
                            seen.add(places());
                        }
                    });
            embedder().letGo();
            awaitActive(SECOND);
            Awaitility.await().until(() -> seen.size() > 3);
            seen.add(places());
            done.set(true);
            reading.get(30, TimeUnit.SECONDS);
        }

        Set<String> now = places();
        assertThat(now).isNotEqualTo(old).isNotEmpty();
        assertThat(new HashSet<>(seen)).isSubsetOf(Set.of(old, now));
        assertThat(seen).hasSizeGreaterThan(3);
        assertThat(seen.lastIndexOf(old)).as("no way back").isLessThan(seen.indexOf(now));
    }

    @Test
    void aBuildGoesOnAfterARestartWhereItWas() {
        publishDocuments(30);
        library.restart(() -> {}, MODEL_B, HELD);
        pauseBuilding();
        library.restart(() -> {}, MODEL_B);
        int computed = vectorsOf("b");

        assertThat(status(SECOND).generation().paused()).as("over a restart too").isTrue();
        assertThat(computed).isPositive().isLessThan(vectorsOf("a"));
        reindexing().goOn(SECOND, ADMIN);
        awaitActive(SECOND);

        assertThat(embedder().computed.get()).isEqualTo(vectorsOf("b") - computed);
        assertThat(status(SECOND).generation().busy()).isPositive();
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatIsUploadedWhileOneIsBuiltIsInBoth() {
        publishDocuments(5);
        library.restart(() -> {}, hold(SMALLER));
        Awaitility.await().until(() -> embedder().isHeld());

        library.publish(space, "late.md", "The turbine spins at 3000.");
        assertThat(active()).isEqualTo(FIRST);
        assertThat(library.paths("turbine", space)).contains("late.md");
        embedder().letGo();
        awaitActive(SECOND);

        assertThat(library.paths("turbine", space)).contains("late.md");
        assertThat(differences()).isEmpty();
    }

    @Test
    void theOldOneCanBeGoneBackToAndHasWhatCameInMeanwhile() {
        publishDocuments(5);
        library.restart(() -> {}, SMALLER);
        awaitActive(SECOND);
        RevisionId late = library.publish(space, "late.md", "The turbine spins at 3000.");

        assertThat(reindexing().revert(FIRST, ADMIN)).isTrue();
        awaitActive(FIRST);

        assertThat(library.search("turbine", space).getFirst().revision()).isEqualTo(late);
        assertThat(differences()).isEmpty();
        library.restart(() -> {}, SMALLER);
        assertThat(states())
                .as("what was declined is not built again")
                .containsExactly(GenerationState.RETIRED, GenerationState.ACTIVE);
    }

    @Test
    void aCancelledBuildIsDeletedAndNotBegunAgain() {
        publishDocuments(5);
        library.restart(() -> {}, MODEL_B, HELD);
        Awaitility.await().until(() -> embedder().isHeld());
        assertThat(reindexing().cancel(SECOND, ADMIN)).isTrue();
        embedder().letGo();

        Awaitility.await().until(() -> rowsOf(SECOND) == 0 && !stored().contains(SECOND));
        library.restart(() -> {}, MODEL_B);
        assertThat(states()).containsExactly(GenerationState.DROPPED, GenerationState.ACTIVE);
    }

    @Test
    void withoutItsModelTheOldOneIsFoundByWordsUntilTheNewOneIsReady() {
        publishDocuments(3);
        library.restart(() -> {}, MODEL_B, HELD);
        Awaitility.await().until(() -> embedder().isHeld());

        assertThat(status(FIRST).embeds()).isFalse();
        assertThat(library.search("gateway", space))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.similarity()).isZero());
        embedder().letGo();
        awaitActive(SECOND);

        assertThat(library.search("gateway", space))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.similarity()).isPositive());
        assertThat(reindexing().revert(FIRST, ADMIN)).as("its model is gone").isFalse();
    }

    @Test
    void aRebuildComputesNoVectorAgain() {
        publishDocuments(5);
        int computed = embedder().computed.get();

        rebuilding(library).run();

        assertThat(embedder().computed.get()).isEqualTo(computed);
        assertThat(status(SECOND).generation().reused()).isPositive();
    }

    @Test
    void aDroppedOneLeavesNothingBehind() {
        publishDocuments(3);
        rebuilding(library).run();

        assertThat(reindexing().drop(SECOND, ADMIN)).as("the one that answers").isFalse();
        assertThat(reindexing().drop(FIRST, ADMIN)).isTrue();

        Awaitility.await().until(() -> rowsOf(FIRST) == 0 && !stored().contains(FIRST));
        assertThat(library.search("gateway", space)).isNotEmpty();
        assertThat(reindexing().revert(FIRST, ADMIN)).isFalse();
    }

    @Test
    void aReplacedOneIsDroppedAfterItsTime() {
        publishDocuments(2);
        rebuilding(library).run();
        library.restart(() -> {}, MODEL_A, "opslore.retrieval.keep-retired=0s");

        Awaitility.await()
                .until(() -> status(FIRST).generation().state() == GenerationState.DROPPED);
    }

    @Test
    void settingsThatAreTakenBackEndTheBuild() {
        publishDocuments(5);
        library.restart(() -> {}, MODEL_B, HELD);
        pauseBuilding();
        library.restart(() -> {}, MODEL_A);

        Awaitility.await().until(() -> rowsOf(SECOND) == 0);
        assertThat(states()).containsExactly(GenerationState.DROPPED, GenerationState.ACTIVE);
        assertThat(library.search("gateway", space)).isNotEmpty();
    }

    @Test
    void settingsThatComeBackTakeUpTheReplacedOneAgain() {
        publishDocuments(3);
        library.restart(() -> {}, SMALLER);
        awaitActive(SECOND);
        library.publish(space, "late.md", "The turbine spins at 3000.");
        library.restart(() -> {}, MODEL_A);
        awaitActive(FIRST);

        assertThat(library.paths("turbine", space)).contains("late.md");
        assertThat(states()).containsExactly(GenerationState.RETIRED, GenerationState.ACTIVE);
    }

    @Test
    void onlyAdminsMaySteer() {
        Asker reader = TestingAuthority.asker("r", Role.CONTRIBUTOR);

        assertThatThrownBy(() -> reindexing().generations(reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reindexing().rebuild(reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reindexing().pause(FIRST, reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reindexing().goOn(FIRST, reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reindexing().cancel(FIRST, reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reindexing().revert(FIRST, reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reindexing().drop(FIRST, reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reindexing().wanted(reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reindexing().subscribe(reader, () -> {}))
                .isInstanceOf(NotAllowed.class);
    }

    /** Builds all of it anew, and returns when that answers. */
    static Runnable rebuilding(TestingLibrary library) {
        return () -> {
            Reindexing reindexing = library.bean(Reindexing.class);
            assertThat(reindexing.rebuild(ADMIN)).isTrue();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() ->
                            reindexing.generations(ADMIN).getFirst().generation().state()
                                    == GenerationState.ACTIVE);
        };
    }

    private void publishDocuments(int count) {
        for (int n = 0; n < count; n++) {
            library.publish(space, "doc-" + n + ".md", text(n));
        }
    }

    private static String text(int n) {
        return IntStream.range(0, 6)
                .mapToObj(part -> "# Part %d of %d\n%s".formatted(part, n, lines(n * 10 + part)))
                .collect(Collectors.joining("\n"));
    }

    private static String lines(int seed) {
        return IntStream.range(0, 8)
                .mapToObj(i -> "The gateway %d forwards line %d of a pod.".formatted(seed, i))
                .collect(Collectors.joining("\n"));
    }

    /** Where the best passages stand, which tells one way of cutting from another. */
    private Set<String> places() {
        return library.search("gateway", space).stream()
                .map(found -> found.document().path() + found.lines())
                .collect(Collectors.toSet());
    }

    private void pauseBuilding() {
        Awaitility.await().until(() -> embedder().isHeld());
        assertThat(reindexing().pause(SECOND, ADMIN)).isTrue();
        embedder().letGo();
    }

    private static String[] hold(String... settings) {
        return Stream.concat(Arrays.stream(settings), Stream.of(HELD)).toArray(String[]::new);
    }

    private TestingEmbedder embedder() {
        return library.bean(TestingEmbedder.class);
    }

    private List<Difference> differences() {
        return library.bean(IndexCheck.class).differences(true);
    }

    private void awaitActive(GenerationId id) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> active().equals(id));
    }

    private GenerationId active() {
        return library.bean(GenerationRecords.class).active().orElseThrow().id();
    }

    private GenerationStatus status(GenerationId id) {
        return reindexing().generations(ADMIN).stream()
                .filter(it -> it.generation().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<GenerationState> states() {
        return reindexing().generations(ADMIN).stream().map(it -> it.generation().state()).toList();
    }

    private Set<GenerationId> stored() {
        return library.bean(KnowledgeIndexes.class).stored();
    }

    private int rowsOf(GenerationId id) {
        return count("select count(*) from indexed_revision where generation_id = " + id.value());
    }

    private int vectorsOf(String model) {
        return count("select count(*) from window_vector where model = '" + model + "'");
    }

    private int count(String sql) {
        return library.bean(JdbcTemplate.class).queryForObject(sql, Integer.class);
    }

    private Reindexing reindexing() {
        return library.bean(Reindexing.class);
    }
}
