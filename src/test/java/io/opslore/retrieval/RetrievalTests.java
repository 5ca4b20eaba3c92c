package io.opslore.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RetrievalTests {

    private static TestingLibrary library;
    private static SpaceId runbooks;
    private static SpaceId secrets;

    @BeforeAll
    static void publish() {
        library = new TestingLibrary();
        runbooks = library.space("runbooks");
        secrets = library.space("secrets");
        library.publish(
                runbooks,
                "alerts/crash.md",
                """
                # KubePodCrashLooping

                ## Meaning
                A pod restarts again and again, because its process exits.

                ## Mitigation
                ```shell
                kubectl -n kube-system describe pod web-frontend.v2
                ```
                """);
        library.publish(
                runbooks,
                "диски.md",
                """
                # Заканчивается место на диске

                Проверьте, какие файлы занимают больше всего места, и удалите старые журналы.
                """);
        library.publish(
                secrets,
                "vault.md",
                """
                # Unsealing the vault

                The pod of the vault restarts sealed: unseal it with three of the five keys.
                """);
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @Test
    void findsByWordsAndSaysExactlyWhereTheyStand() {
        Passage found =
                library.search("why does a pod restart again and again", runbooks).getFirst();

        assertThat(found.document().path()).isEqualTo("alerts/crash.md");
        assertThat(found.headingPath()).isEqualTo("KubePodCrashLooping");
        assertThat(found.lines().first()).isEqualTo(1);
        assertThat(found.text()).startsWith("# KubePodCrashLooping\n").endsWith("```");
        assertThat(found.language()).isEqualTo("en");
        assertThat(found.similarity()).isBetween(0.5, 1.0);
        assertThat(found.coverage()).isBetween(0.9, 1.0);
    }

    @Test
    void findsRussianTextsInAnyInflection() {
        Passage found =
                library.search("что делать, если на дисках не осталось мест", runbooks).getFirst();

        assertThat(found.document().path()).isEqualTo("диски.md");
        assertThat(found.language()).isEqualTo("ru");
        assertThat(found.similarity()).as("the embedder cannot read Russian").isZero();
        assertThat(found.coverage()).isPositive();
    }

    @Test
    void findsTextsThatShareNoWordWithTheQuestion() {
        assertThat(library.paths("application keeps dying right after launch", runbooks))
                .first()
                .isEqualTo("alerts/crash.md");
    }

    @Test
    void neverLeavesTheReadersSpaces() {
        String query = "unseal the vault with three keys";

        assertThat(library.paths(query, secrets)).contains("vault.md");
        assertThat(library.paths(query, runbooks)).isNotEmpty().doesNotContain("vault.md");
        assertThat(library.search(query)).isEmpty();
    }

    @Test
    void findsNothingForAQuestionWithoutMeaning() {
        assertThat(library.search("what is it, and why?", runbooks)).isEmpty();
        assertThat(library.search("и что это такое?", runbooks)).isEmpty();
        assertThat(library.search(" ", runbooks)).isEmpty();
        assertThat(library.search("?!*()[]{}\"\\", runbooks)).isEmpty();
    }

    @Test
    void keepsToTheLimit() {
        assertThat(
                        library.bean(Retrieval.class)
                                .search(
                                        new Query(
                                                "pod",
                                                new ReadScope(Set.of(runbooks, secrets)),
                                                1)))
                .hasSize(1);
    }

    @Test
    void answersFromTheOldRevisionUntilTheNewOneIsCurrent() {
        SpaceId space = library.space("changing");
        RevisionId first = library.publish(space, "a.md", "The gateway listens on port 8443.");
        RevisionId second = library.describe(space, "a.md", "The gateway listens on port 9443.");
        library.bean(Indexing.class).indexText(second);
        library.bean(Indexing.class).embed(second, (done, all) -> {});

        assertThat(library.search("gateway port", space))
                .singleElement()
                .extracting(Passage::revision)
                .isEqualTo(first);

        library.bean(io.opslore.library.Revisions.class).makeCurrent(second);

        assertThat(library.search("gateway port", space))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.revision()).isEqualTo(second);
                    assertThat(found.revisionNumber()).isEqualTo(2);
                    assertThat(found.text()).contains("9443");
                });
    }
}
