package io.opslore.library;

import static io.opslore.library.DecisionStatus.ACCEPTED;
import static io.opslore.library.DecisionStatus.PROPOSED;
import static io.opslore.library.DecisionStatus.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class SupersessionTests extends LibraryRoomTest {

    @Autowired Bin bin;

    @Test
    void aSuccessorIsFoundWhicheverComesFirst() throws IOException {
        DocumentId old =
                publish("adr/0009-a.md", "a", TestingFound.supersededBy("[ADR 21](0021-b.md)"))
                        .document();
        awaitPlace(old, SUPERSEDED, null);
        DocumentId successor =
                publish("adr/0021-b.md", "b", TestingFound.decision(ACCEPTED)).document();
        awaitPlace(old, SUPERSEDED, successor);
        awaitPlace(successor, ACCEPTED, null);
    }

    @Test
    void aSuccessorsWordOutweighsTheDocumentsOwn() throws IOException {
        DocumentId old = publish("adr/0003-a.md", "a", TestingFound.decision(ACCEPTED)).document();
        DocumentId successor =
                publish("adr/0005-b.md", "b", TestingFound.supersedes(ACCEPTED, "ADR-3"))
                        .document();
        awaitPlace(old, SUPERSEDED, successor);

        publish("adr/0003-a.md", "a again", TestingFound.decision(ACCEPTED));
        publish("adr/0005-b.md", "b again", TestingFound.decision(ACCEPTED));
        awaitPlace(old, ACCEPTED, null);
    }

    @Test
    void whatIsOnlyProposedTakesNobodysPlace() throws IOException {
        DocumentId old = publish("adr/0003-a.md", "a", TestingFound.decision(ACCEPTED)).document();
        publish("adr/0005-b.md", "b", TestingFound.supersedes(PROPOSED, "ADR-3"));
        DocumentId marker =
                publish("adr/0006-c.md", "c", TestingFound.supersededBy("0005-b.md")).document();

        awaitSuperseded(marker);
        assertPlace(old, ACCEPTED, null);
    }

    @Test
    void aSuccessorInTheBinHasNoEffectUntilItComesBack() throws IOException {
        DocumentId old = publish("adr/0003-a.md", "a", TestingFound.decision(ACCEPTED)).document();
        DocumentId successor =
                publish("adr/0005-b.md", "b", TestingFound.supersedes(ACCEPTED, "0003-a.md"))
                        .document();
        awaitPlace(old, SUPERSEDED, successor);

        bin.put(successor, contributor);
        awaitPlace(old, ACCEPTED, null);
        bin.restore(successor, contributor);
        awaitPlace(old, SUPERSEDED, successor);
        bin.purge(successor, admin);
        awaitPlace(old, ACCEPTED, null);
    }

    @ParameterizedTest(name = "{0} in {1} means {2}")
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {
                "[ADR 7](0007-queue.md); docs/adr/0001-x.md; docs/adr/0007-queue.md",
                "[ADR 7](./0007-queue.md#status); docs/adr/0001-x.md; docs/adr/0007-queue.md",
                "[x](../adr/0007-queue.md); docs/rfc/1.md; docs/adr/0007-queue.md",
                "[x](/docs/adr/0007-queue.md); a.md; docs/adr/0007-queue.md",
                "[x](https://git.example/x/0007-queue.md); docs/adr/0001-x.md; docs/adr/0007-queue.md",
                "xref:0007-queue.md[ADR 7]; docs/adr/0001-x.md; docs/adr/0007-queue.md",
                "0007-queue.md; docs/adr/0001-x.md; docs/adr/0007-queue.md",
                "[old](0007-queue); docs/adr/0001-x.md; docs/adr/0007-queue.md",
                "ADR-0007; docs/adr/0001-x.md; docs/adr/0007-queue.md",
                "ADR 7 (2024-01-01); docs/adr/0001-x.md; docs/adr/0007-queue.md",
                "решением № 7; docs/adr/0001-x.md; docs/adr/0007-queue.md",
                "7. Queue everything; docs/adr/0001-x.md; docs/adr/0007-queue.md",
                "ADR 7; other/adr/0001-x.md; other/adr/adr-7.md",
                "ADR 7; elsewhere/1.md; none",
                "Очереди для всего; docs/adr/0001-x.md; docs/adr/queues.md",
                "ADR 12; docs/adr/0001-x.md; none",
                "[gone](gone.md); docs/adr/0001-x.md; none",
                "ADR-2024; docs/adr/0001-x.md; none",
            })
    void aReferenceIsReadAsItIsMeant(String reference, String from, @Nullable String meant) {
        List<References.Target> targets =
                List.of(
                        target("docs/adr/0001-x.md", "ADR 1: X"),
                        target("docs/adr/0007-queue.md", "7. Queue"),
                        target("docs/adr/queues.md", "ADR 30: Очереди для всего"),
                        target("docs/adr/2024-01-05-dated.md", "Dated"),
                        target("other/adr/adr-7.md", "Another"));
        assertThat(
                        new References(targets)
                                .find(reference, from)
                                .map(id ->
                                        targets.stream()
                                                .filter(target -> target.id().equals(id))
                                                .findFirst()
                                                .orElseThrow()
                                                .path())
                                .orElse(null))
                .isEqualTo(meant);
    }

    private static References.Target target(String path, String title) {
        return new References.Target(UUID.randomUUID(), path, title);
    }

    private void awaitSuperseded(DocumentId document) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> details(document).supersededBy() != null);
    }

    private void awaitPlace(
            DocumentId document, DecisionStatus status, @Nullable DocumentId successor) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertPlace(document, status, successor));
    }

    private void assertPlace(
            DocumentId document, DecisionStatus status, @Nullable DocumentId successor) {
        assertThat(details(document).decision()).isEqualTo(status);
        assertThat(details(document).supersededBy()).isEqualTo(successor);
    }

    private Details details(DocumentId document) {
        return documents.document(document, admin).details();
    }
}
