package io.opslore.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.library.DocumentId;
import io.opslore.library.DocumentPurged;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class ErasingTests {

    private static final String TEXT = "The gateway of the payment service listens on 8443.";

    private TestingLibrary library;
    private SpaceId space;

    @BeforeEach
    void open() {
        library = new TestingLibrary("testing.embedder=a");
        space = library.space(UUID.randomUUID().toString());
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void nothingOfAPurgedDocumentIsLeftInAnyGeneration() {
        RevisionId first = library.publish(space, "a.md", TEXT);
        RevisionId second = library.publish(space, "a.md", TEXT + " Ask the secret keeper.");
        RevisionId kept = library.publish(space, "b.md", "The turbine spins.");
        GenerationsTests.rebuilding(library).run();

        purge(first, second);

        Awaitility.await().until(() -> vectors() == 1);
        Generations generations = library.bean(Generations.class);
        Awaitility.await()
                .untilAsserted(() ->
                        generations.inEach(
                                it -> assertThat(it.index().holdings()).containsOnlyKeys(kept)));
        assertThat(library.index().frequencies(List.of("keeper")).knows("keeper")).isFalse();
        assertThat(library.bean(IndexCheck.class).differences(true)).isEmpty();
    }

    @Test
    void aCopyIsNotEmbeddedAgainAndOutlivesTheFirst() {
        RevisionId first = library.publish(space, "a.md", TEXT);
        int computed = library.bean(TestingEmbedder.class).computed.get();

        RevisionId copy = library.publish(space, "copies/b.md", TEXT);

        assertThat(library.bean(TestingEmbedder.class).computed.get()).isEqualTo(computed);
        purge(first);
        Awaitility.await().until(() -> !library.index().holdings().containsKey(first));
        assertThat(library.search("gateway", space))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.revision()).isEqualTo(copy);
                    assertThat(found.similarity()).isPositive();
                });
        assertThat(library.bean(IndexCheck.class).differences(true)).isEmpty();
    }

    @Test
    void theFirstOutlivesItsCopy() {
        RevisionId first = library.publish(space, "a.md", TEXT);
        RevisionId copy = library.publish(space, "b.md", TEXT);

        purge(copy);
        Awaitility.await().until(() -> !library.index().holdings().containsKey(copy));

        assertThat(vectors()).isEqualTo(1);
        assertThat(library.search("gateway", space))
                .singleElement()
                .extracting(Passage::revision)
                .isEqualTo(first);
    }

    @Test
    void equalBytesThatAreReadOtherwiseAreEmbeddedForThemselves() {
        library.publish(space, "a.md", TEXT);
        RevisionId other = library.store(space, "b.txt", TEXT, "x\n" + TEXT);
        library.bringIn(other);

        assertThat(vectors()).isEqualTo(2);
    }

    private void purge(RevisionId... revisions) {
        DocumentId document = library.document(revisions[0]);
        library.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> {
                    library.bean(JdbcTemplate.class)
                            .update("delete from document where id = ?", document.value());
                    library.publish(new DocumentPurged(document, List.of(revisions), false));
                });
    }

    private int vectors() {
        return library.bean(JdbcTemplate.class)
                .queryForObject("select count(*) from window_vector", Integer.class);
    }
}
