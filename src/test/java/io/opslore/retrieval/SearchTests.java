package io.opslore.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.identity.TestingAuthority;
import io.opslore.library.DocumentId;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.text.Language;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class SearchTests {

    private static final Asker READER = asker(Role.READER);
    private static final Asker ADMIN = asker(Role.ADMIN);

    private static TestingLibrary library;
    private static SpaceId operations;
    private static SpaceId payments;
    private static SpaceId secrets;

    @BeforeAll
    static void publish() {
        library = new TestingLibrary();
        operations = readable("Operations");
        payments = readable("Payments team");
        secrets = library.space("Secrets");
        details(
                library.publish(
                        operations,
                        "runbooks/crash.md",
                        """
                        # Crashing pods

                        Look first at the events of the pod.

                        When a container ends with exit code 137, it was killed for memory:

                        ```shell
                        kubectl get pods -n prod
                        ```
                        """),
                "RUNBOOK",
                "kubernetes",
                "on-call");
        details(
                library.publish(
                        payments,
                        "runbooks/codes.md",
                        "# Codes\n\nThe exit has a code; pods number 137 exits with other codes."),
                "RUNBOOK",
                "payments");
        details(
                library.publish(
                        payments,
                        "Решения/очереди.md",
                        "# Очереди\n\nПоды рабочих процессов читают очередь RabbitMQ по одному."),
                "ADR");
        details(
                library.publish(
                        secrets,
                        "vault.md",
                        "# Vault pods\n\nThe pods hold exit code 137 as well."),
                "RFC",
                "classified");
        age(library.publish(operations, "old/pods.md", "# Old pods\n\nPods of long ago."), 800);
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @Test
    void aPhraseIsFoundToTheLetterOnly() {
        assertThat(paths("\"exit code 137\"")).containsExactly("runbooks/crash.md");
        assertThat(paths("\"Exit   CODE 137\"")).containsExactly("runbooks/crash.md");
        assertThat(paths("\"kubectl get pods -n prod\"")).containsExactly("runbooks/crash.md");
        assertThat(paths("\"at the events of the\"")).containsExactly("runbooks/crash.md");
        assertThat(paths("\"exit codes 137\"")).isEmpty();
        assertThat(paths("\"exit code 13\"")).isEmpty();
        assertThat(paths("\"events of the pod\" \"exit code 137\"")).hasSize(1);
        assertThat(paths("\"events of the pod\" \"exit code 138\"")).isEmpty();
        assertThat(paths("\"--\"")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "pods kind:runbook|runbooks/codes.md,runbooks/crash.md",
                "pods kind:runbook -tag:payments|runbooks/crash.md",
                "поды -kind:runbook -kind:other|Решения/очереди.md",
                "поды kind:adr|Решения/очереди.md",
                "pods tag:kubernetes|runbooks/crash.md",
                "pods tag:KUBERNETES tag:on-call|runbooks/crash.md",
                "pods tag:kubernetes tag:payments|",
                "pods space:operations|old/pods.md,runbooks/crash.md",
                "pods space:\"payments team\" kind:runbooks|runbooks/codes.md",
                "pods -space:Operations -lang:ru|runbooks/codes.md",
                "pods path:runbooks/|runbooks/codes.md,runbooks/crash.md",
                "pods path:r*crash.md|runbooks/crash.md",
                "RabbitMQ path:РЕШЕНИЯ|Решения/очереди.md",
                "pods lang:en since:7d|runbooks/codes.md,runbooks/crash.md",
                "pods before:12m|old/pods.md",
                "поды lang:ru|Решения/очереди.md",
                "поды lang:en|",
                "kind:adr|Решения/очереди.md",
                "space:Operations|old/pods.md,runbooks/crash.md",
                "what is it kind:adr|Решения/очереди.md"
            })
    void eachPrefixNarrows(String text, String expected) {
        String found = paths(text).stream().sorted().collect(Collectors.joining(","));
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind:poem", "space:Secrets", "space:Nowhere", "lang:de", "since:soon"})
    void aValueThatSaysNothingIsNamedAndFindsNothing(String wrong) {
        SearchResults results = search("pods " + wrong, READER);

        assertThat(results.documents()).isEmpty();
        assertThat(results.unknown())
                .singleElement()
                .satisfies(term -> assertThat(wrong).endsWith(term.value()));
        assertThat(results.loosened())
                .singleElement()
                .satisfies(wider -> assertThat(wider.text().text()).isEqualTo("pods"));
    }

    @Test
    void neitherHitsNorFacetsNorProposalsTellOfWhatMayNotBeRead() {
        SearchResults reader = search("pods", READER);

        assertThat(reader.documents()).noneMatch(it -> it.document().space().equals(secrets));
        assertThat(choices(reader, Facet.Kind.SPACE)).doesNotContain("Secrets");
        assertThat(choices(reader, Facet.Kind.KIND)).contains("runbook").doesNotContain("rfc");
        assertThat(choices(reader, Facet.Kind.TAG))
                .contains("on-call")
                .doesNotContain("classified");
        assertThat(search("tag:classified", READER).documents()).isEmpty();
        assertThat(search("tag:classified kind:rfc", READER).loosened()).isEmpty();

        SearchResults admin = search("pods", ADMIN);
        assertThat(choices(admin, Facet.Kind.SPACE)).contains("Secrets");
        assertThat(choices(admin, Facet.Kind.TAG)).contains("classified");
    }

    @Test
    void aFacetSaysWhatChoosingItFinds() {
        SearchResults results = search("pods", READER);

        assertThat(results.facets()).isNotEmpty();
        for (Facet facet : results.facets()) {
            for (Facet.Choice choice : facet.choices()) {
                String narrowed = results.text().with(choice.field(), choice.value()).text();
                assertThat(search(narrowed, READER).count())
                        .as(narrowed)
                        .isEqualTo(choice.documents());
            }
        }
    }

    @Test
    void aHitIsOpenedAtTheLinesThatHoldIt() {
        FoundDocument found = search("\"exit code 137\"", READER).documents().getFirst();

        assertThat(found.extracts().getFirst().lines()).isEqualTo(new LineRange(3, 5));
        assertThat(found.extracts().getFirst().text())
                .contains(new TextPiece("exit code 137", true));
        assertThat(found.revisionNumber()).isEqualTo(1);
    }

    @Test
    void wordsAreMarkedInAnyInflection() {
        FoundDocument english = search("crashed pod", READER).documents().getFirst();
        assertThat(english.title())
                .containsExactly(
                        new TextPiece("Crashing", true),
                        new TextPiece(" ", false),
                        new TextPiece("pods", true));

        FoundDocument russian = search("очередей", READER).documents().getFirst();
        assertThat(russian.extracts().getFirst().text())
                .contains(new TextPiece("очередь", true), new TextPiece("Очереди", true));
    }

    @Test
    void theLanguageOfTheQuestionIsKnownWhereItShowsOne() {
        assertThat(search("why do the pods crash", READER).language()).contains(Language.EN);
        assertThat(search("почему падают поды", READER).language()).contains(Language.RU);
        assertThat(search("KubePodCrashLooping", READER).language()).isEmpty();
        assertThat(search("kind:adr", READER).language()).isEmpty();
    }

    @Test
    void ofTwoTextsThatSayTheSameTheOneInTheLanguageOfTheQuestionIsFirst() {
        SpaceId space = readable(UUID.randomUUID().toString());
        library.publish(space, "a-en.md", "KubeletDown: no memory left here (перезапуск)");
        library.publish(
                space, "b-ru.md", "KubeletDown: не хватило памяти совсем никакой (перезапуск)");
        library.publish(space, "c.md", "Перезапуск чего-то другого, о чём сказано куда подробнее.");

        assertThat(paths("почему KubeletDown и перезапуск", READER, space)).startsWith("b-ru.md");
        assertThat(paths("why is there a KubeletDown", READER, space)).startsWith("a-en.md");
    }

    @Test
    void aSupersededDecisionStandsBelowItsSuccessor() {
        SpaceId space = readable(UUID.randomUUID().toString());
        RevisionId old =
                library.publish(
                        space,
                        "adr/0001.md",
                        "# Events go through Redis Streams\n\nEvents go through Redis Streams.");
        RevisionId fresh =
                library.publish(
                        space,
                        "adr/0002.md",
                        "# RabbitMQ carries what Redis carried\n\nAll events, by quorum queues.");
        String question = "which way do events go: Redis Streams?";
        assertThat(paths(question, READER, space)).startsWith("adr/0001.md");

        supersede(old, library.document(fresh));

        assertThat(paths(question, READER, space)).containsExactly("adr/0002.md", "adr/0001.md");
        assertThat(library.paths(question, space))
                .as("and so it is for the assistant")
                .startsWith("adr/0002.md");
        FoundDocument last = search(question + space(space), READER).documents().getLast();
        assertThat(last.successor()).isNotNull();
        assertThat(last.successor().path()).isEqualTo("adr/0002.md");
    }

    @Test
    void aSuccessorThatMayNotBeReadIsNotNamed() {
        SpaceId space = readable(UUID.randomUUID().toString());
        RevisionId old = library.publish(space, "adr/0003.md", "# Quorum\n\nA quorum of five.");
        RevisionId hidden = library.publish(secrets, "adr/0004.md", "# Quorum\n\nOf seven.");
        supersede(old, library.document(hidden));

        assertThat(search("quorum" + space(space), READER).documents())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.document().details().isSuperseded()).isTrue();
                    assertThat(found.successor()).isNull();
                });
    }

    @Test
    void theSameFileIsShownOnceAndSaysWhereElseItLies() {
        SpaceId space = readable(UUID.randomUUID().toString());
        String text = "# Failover\n\nPromote the replica that lags least.";
        library.publish(space, "a/failover.md", text);
        library.publish(space, "b/failover.md", text);
        library.publish(secrets, "c/failover.md", text);

        SearchResults results = search("promote replica path:failover", READER);

        assertThat(results.count()).isEqualTo(1);
        FoundDocument found = results.documents().getFirst();
        assertThat(found.copies()).hasSize(1);
        assertThat(List.of(found.document().path(), found.copies().getFirst().path()))
                .containsExactlyInAnyOrder("a/failover.md", "b/failover.md");
        assertThat(library.search("promote the replica", space)).hasSize(1);
    }

    @Test
    void nothingFoundProposesWhatToLoosen() {
        SearchResults results = search("\"pods events\" tag:kubernetes", READER);

        assertThat(results.documents()).isEmpty();
        assertThat(results.loosened())
                .extracting(wider -> wider.text().text())
                .containsExactly("pods events tag:kubernetes");
        assertThat(search("pods tag:none kind:manifest", READER).loosened())
                .extracting(wider -> wider.text().text())
                .containsExactly("pods");
        assertThat(search("pods kind:manifest lang:en", READER).loosened())
                .singleElement()
                .satisfies(wider -> {
                    assertThat(wider.text().text()).isEqualTo("pods lang:en");
                    assertThat(wider.documents()).isGreaterThan(1);
                });
    }

    @Test
    void aDocumentInTheBinIsNotListed() {
        SpaceId space = readable(UUID.randomUUID().toString());
        RevisionId revision = library.publish(space, "binned.md", "# Binned\n\nBinned words.");
        library.bean(JdbcTemplate.class)
                .update(
                        "update document set binned_at = now(), binned_by = 'x' where id = ?",
                        library.document(revision).value());

        assertThat(paths("kind:other", READER, space)).isEmpty();
        assertThat(paths("binned path:binned", READER, space)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "?!", "\"\"", "what is it", "* OR [a TO", "\"--\""})
    void whatAsksForNothingFindsNothing(String text) {
        SearchResults results = search(text, READER);

        assertThat(results.count()).isZero();
        assertThat(results.facets()).isEmpty();
    }

    private static SearchResults search(String text, Asker asker) {
        return library.bean(Search.class).search(text, 20, asker);
    }

    private static List<String> paths(String text) {
        return search(text, READER).documents().stream().map(it -> it.document().path()).toList();
    }

    private static List<String> paths(String text, Asker asker, SpaceId space) {
        return search(text + space(space), asker).documents().stream()
                .map(it -> it.document().path())
                .toList();
    }

    private static String space(SpaceId space) {
        String name =
                library.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select name from space where id = ?", String.class, space.value());
        return " space:\"" + name + '"';
    }

    private static List<String> choices(SearchResults results, Facet.Kind kind) {
        return results.facets().stream()
                .filter(facet -> facet.kind() == kind)
                .flatMap(facet -> facet.choices().stream())
                .map(Facet.Choice::value)
                .toList();
    }

    private static SpaceId readable(String name) {
        SpaceId space = library.space(name);
        library.bean(JdbcTemplate.class)
                .update(
                        "insert into space_access values (?, 'ROLE', 'reader', 'reader')",
                        space.value());
        return space;
    }

    private static void details(RevisionId revision, String kind, String... tags) {
        library.bean(JdbcTemplate.class)
                .update(
                        "update document set kind = ?, tags = ? where current_revision_id = ?",
                        kind,
                        tags,
                        revision.value());
    }

    private static void age(RevisionId revision, int days) {
        library.bean(JdbcTemplate.class)
                .update(
                        """
                        update document set changed_at = now() - make_interval(days => ?)
                        where current_revision_id = ?
                        """,
                        days,
                        revision.value());
    }

    private static void supersede(RevisionId old, DocumentId by) {
        library.bean(JdbcTemplate.class)
                .update(
                        """
                        update document set decision = 'SUPERSEDED', superseded_by = ?
                        where current_revision_id = ?
                        """,
                        by.value(),
                        old.value());
    }

    private static Asker asker(Role role) {
        return TestingAuthority.asker("tester", role);
    }
}
