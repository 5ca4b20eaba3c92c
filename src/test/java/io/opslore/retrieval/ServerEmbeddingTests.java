package io.opslore.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.identity.TestingAuthority;
import io.opslore.library.ReadScope;
import io.opslore.library.SpaceId;
import io.opslore.models.EmbeddingTask;
import io.opslore.models.ModelFailure;
import io.opslore.testing.TestingOllama;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Indexes that are made with a model of the model server. */
class ServerEmbeddingTests {

    private static final Asker ADMIN = TestingAuthority.asker("admin", Role.ADMIN);
    private static final String NOMIC = "nomic-embed-text:latest";
    private static final String BGE = "bge-m3:latest";
    private static final String QUESTION = "How is a full disk made larger?";

    private final TestingOllama ollama = new TestingOllama().embeds(NOMIC, 64).embeds(BGE, 128);
    private final String[] settings = {
        "opslore.models.base-url=" + ollama.url(),
        "opslore.embedding.passages-limit=2s",
        "opslore.embedding.question-limit=2s"
    };
    private TestingLibrary library;
    private SpaceId space;

    @BeforeEach
    void open() {
        library = new TestingLibrary(settings);
        space = library.space("space");
        library.publish(space, "disk.md", "# Disk\n\nA full disk is made larger with lvextend.");
        library.publish(space, "mail.md", "# Mail\n\nThe queue of letters is shown by mailq.");
    }

    @AfterEach
    void close() {
        ollama.letGo();
        library.close();
        ollama.close();
    }

    @Test
    void theModelThatComesWithThePortalIsUsedUntilSomebodyChooses() {
        assertThat(task().status(ADMIN).chosen()).isEmpty();
        assertThat(task().status(ADMIN).inUse()).isTrue();
        assertThat(byMeaning()).first().isEqualTo("disk.md");
        assertThat(ollama.embeds()).isEmpty();
    }

    @Test
    void theOldIndexAnswersUntilTheOneOfTheChosenModelHoldsEverything() {
        ollama.holdAfter(1);
        task().choose(Optional.of("nomic-embed-text"), ADMIN);
        await().until(ollama::isHeld);

        assertThat(active()).startsWith("bge-small");
        assertThat(task().status(ADMIN).inUse()).isFalse();
        assertThat(task().status(ADMIN).building()).isPresent();
        int before = ollama.embeds().size();
        assertThat(byMeaning()).first().isEqualTo("disk.md");
        assertThat(ollama.embeds()).as("the old index needs no server").hasSize(before);
        ollama.letGo();
        awaitActive("nomic-embed-text@");

        assertThat(byMeaning()).first().isEqualTo("disk.md");
        assertThat(task().status(ADMIN).chosen()).contains("nomic-embed-text");
        assertThat(task().status(ADMIN).inUse()).isTrue();
    }

    @Test
    void questionsAndPassagesBeginAsTheModelWantsThemTo() {
        choose("nomic-embed-text", "nomic-embed-text@");
        byMeaning();
        library.publish(space, "net.md", "# Network\n\nRoutes are shown by ip route.");

        List<String> sent = sent(1);
        assertThat(sent).contains("search_query: " + QUESTION);
        assertThat(sent.getLast()).startsWith("search_document: ").contains("Network");
        assertThat(ollama.embeds())
                .allMatch(it -> it.path("keep_alive").asString().equals("1800s"));
        int before = ollama.embeds().size();
        choose("bge-m3", "bge-m3@");
        assertThat(sent(before + 1)).noneMatch(text -> text.startsWith("search_"));
    }

    @Test
    void aSecretInASearchDoesNotLeaveThePortal() {
        choose("bge-m3", "bge-m3@");
        library.search("Who has password=Tr0ub4dor&3xYz?", space);

        assertThat(sent(0).getLast()).contains("Who has", "«secret:").doesNotContain("Tr0ub4dor");
    }

    @Test
    void buildingGoesOnWhereItWasAfterTheEndOfThePortal() {
        for (int i = 0; i < 20; i++) {
            library.publish(space, "page" + i + ".md", "# Page " + i + "\n\nWords of page " + i);
        }
        ollama.holdAfter(6);
        task().choose(Optional.of(BGE), ADMIN);
        await().until(ollama::isHeld);
        library.restart(() -> {}, settings);
        assertThat(active()).startsWith("bge-small");
        int computed = vectors("bge-m3%");
        assertThat(computed).isPositive();

        ollama.letGo();
        awaitActive("bge-m3@");

        assertThat(byMeaning()).first().isEqualTo("disk.md");
        assertThat(vectors("bge-m3%")).isGreaterThan(computed);
        GenerationStatus status =
                library.bean(Reindexing.class).generations(ADMIN).stream()
                        .filter(it -> it.generation().state() == GenerationState.ACTIVE)
                        .findFirst()
                        .orElseThrow();
        assertThat(status.generation().embedded()).as("none twice").isEqualTo(vectors("bge-m3%"));
    }

    @Test
    void whoChoosesTheOldModelAgainGetsItsIndexBackWithoutEmbedding() {
        choose("bge-m3", "bge-m3@");
        int before = ollama.embeds().size();
        task().choose(Optional.empty(), ADMIN);
        awaitActive("bge-small");

        assertThat(byMeaning()).first().isEqualTo("disk.md");
        assertThat(ollama.embeds()).hasSize(before);
        assertThat(task().status(ADMIN).chosen()).isEmpty();
    }

    @Test
    void anotherChoiceGivesUpWhatIsBeingBuilt() {
        ollama.holdAfter(1);
        task().choose(Optional.of(NOMIC), ADMIN);
        await().until(ollama::isHeld);
        task().choose(Optional.empty(), ADMIN);

        assertThat(library.bean(GenerationRecords.class).building()).isEmpty();
        assertThat(task().status(ADMIN).inUse()).isTrue();
        assertThat(active()).startsWith("bge-small");
    }

    @Test
    void withoutTheServerWordsAloneAreComparedAndThatIsSaid() {
        choose("bge-m3", "bge-m3@");
        ollama.leave();
        FoundPassages found =
                library.bean(Retrieval.class)
                        .find(new Query(QUESTION, new ReadScope(Set.of(space)), 10));

        assertThat(found.meaningAway()).isTrue();
        assertThat(found.passages().getFirst().document().path()).isEqualTo("disk.md");
        assertThatThrownBy(this::byMeaning).isInstanceOf(IndexAway.class);
        ollama.comeBack();
        assertThat(byMeaning()).first().isEqualTo("disk.md");
    }

    @Test
    void whatIsBroughtInWhileTheServerIsAwayWaitsForIt() {
        choose("bge-m3", "bge-m3@");
        ollama.leave();
        var revision = library.describe(space, "net.md", "# Network\n\nRoutes: ip route.");
        assertThatThrownBy(() -> library.bringIn(revision)).isInstanceOf(IndexAway.class);

        ollama.comeBack();
        library.bringIn(revision);
        assertThat(library.paths("routes of the network", space)).contains("net.md");
    }

    @Test
    void buildingWaitsForTheServerAndSaysWhy() {
        ollama.holdAfter(1);
        task().choose(Optional.of(BGE), ADMIN);
        await().until(ollama::isHeld);
        ollama.leave();
        ollama.letGo();

        await().until(() -> task().status(ADMIN).problem().isPresent());
        assertThat(task().status(ADMIN).problem())
                .hasValueSatisfying(it ->
                        assertThat(it).contains("The model server does not embed with bge-m3"));
        ollama.comeBack();
        library.bean(Building.class).wake();
        awaitActive("bge-m3@");
    }

    @Test
    void vectorsOfAnotherLengthAreRefused() {
        choose("bge-m3", "bge-m3@");
        ollama.embeds(BGE, 96);

        assertThatThrownBy(() -> library.publish(space, "net.md", "# Network\n\nRoutes: ip route."))
                .isInstanceOf(IndexAway.class)
                .hasMessageContaining("with 96 numbers for a text, not with 128");
    }

    @Test
    void aModelThatIsOfNoUseIsNotChosen() {
        ollama.embeds("huge", 5000);
        assertThatThrownBy(() -> task().choose(Optional.of("huge"), ADMIN))
                .isInstanceOf(EmbeddingTask.UnfitModel.class)
                .hasMessageContaining("5000");
        assertThatThrownBy(() -> task().choose(Optional.of("gone"), ADMIN))
                .isInstanceOf(ModelFailure.class);
        assertThat(task().status(ADMIN).chosen()).isEmpty();
        assertThat(task().status(ADMIN).building()).isEmpty();
    }

    @Test
    void anotherModelUnderTheSameNameIsAnotherModel() {
        choose("bge-m3", "bge-m3@");
        String first = active();
        ollama.becomes(BGE, "another-digest");
        task().choose(Optional.of("bge-m3"), ADMIN);
        await().until(() -> active().startsWith("bge-m3@") && !active().equals(first));
    }

    private EmbeddingTask task() {
        return library.bean(EmbeddingTask.class);
    }

    private void choose(String model, String name) {
        task().choose(Optional.of(model), ADMIN);
        awaitActive(name);
    }

    private void awaitActive(String name) {
        await().until(() -> active().startsWith(name));
    }

    private String active() {
        return library.bean(GenerationRecords.class).active().orElseThrow().recipe().model();
    }

    private List<String> byMeaning() {
        var query = new Query(QUESTION, new ReadScope(Set.of(space)), 10, Arms.MEANING);
        return library.bean(Retrieval.class).search(query).stream()
                .map(found -> found.document().path())
                .toList();
    }

    /** All texts that went to the server, but for so many requests at the beginning. */
    private List<String> sent(int after) {
        return ollama.embeds().stream().skip(after).flatMap(it -> texts(it.path("input"))).toList();
    }

    private static Stream<String> texts(JsonNode input) {
        return input.valueStream().map(JsonNode::asString);
    }

    private int vectors(String model) {
        Integer count =
                library.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from window_vector where model like ?",
                                Integer.class,
                                model);
        return count == null ? 0 : count;
    }
}
