package io.opslore.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.library.RevisionId;
import io.opslore.library.Revisions;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.KnowledgeIndexes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsistentReadingTests {

    private static final int REVISIONS = 40;

    private static TestingLibrary library;

    private SpaceId space;

    @BeforeAll
    static void open() {
        library = new TestingLibrary("testing.embedder=a", "opslore.retrieval.keep-replaced=2s");
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
    void aDocumentThatChangesBetweenQueryAndConfirmationIsFoundAsItWas() {
        // In Russian, which only the words find: no second query that would make up for the first.
        RevisionId old = library.publish(space, "a.md", "Шлюз слушает порт 8443.");
        indexes().afterNextQuery(() -> library.publish(space, "a.md", "Порт шлюза: 9443."));

        assertThat(library.search("порт шлюза", space))
                .singleElement()
                .extracting(Passage::revision)
                .isEqualTo(old);
        assertThat(library.search("порт шлюза", space))
                .singleElement()
                .satisfies(found -> assertThat(found.text()).contains("9443"));
    }

    @Test
    void aGenerationThatIsSwappedBetweenQueryAndConfirmationIsReadToTheEnd() {
        library.publish(space, "a.md", "The gateway listens on 8443.");
        indexes().afterNextQuery(GenerationsTests.rebuilding(library));

        assertThat(library.search("gateway", space)).hasSize(1);
        assertThat(library.search("gateway", space)).hasSize(1);
    }

    @Test
    void aReaderNeverSeesNoneNorBothWhileADocumentIsRevisedManyTimes() throws Exception {
        library.publish(space, "a.md", text(0));
        AtomicBoolean done = new AtomicBoolean();
        List<String> wrong = new ArrayList<>();
        List<Integer> seen = new ArrayList<>();
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<?> reading =
                    reader.submit(() -> {
                        while (!done.get() && wrong.isEmpty()) {
                            List<Passage> found = library.search("gateway port", space);
                            if (found.size() == 1) {
                                seen.add(found.getFirst().revisionNumber());
                            } else {
                                wrong.add(found.size() + " after " + seen);
                            }
                        }
                    });
            for (int n = 1; n < REVISIONS; n++) {
                library.publish(space, "a.md", text(n));
            }
            done.set(true);
            reading.get(30, TimeUnit.SECONDS);
        }

        assertThat(wrong).isEmpty();
        assertThat(seen).isSorted().hasSizeGreaterThan(5);
    }

    @Test
    void aRevisionThatTheAnsweringGenerationDoesNotHoldCannotBecomeCurrent() {
        RevisionId first = library.publish(space, "a.md", "The gateway listens on 8443.");
        RevisionId second = library.describe(space, "a.md", "The gateway listens on 9443.");

        assertThatThrownBy(() -> library.bean(Revisions.class).makeCurrent(second))
                .isInstanceOf(IllegalStateException.class);

        assertThat(library.bean(Revisions.class).documentOf(second).current()).isEqualTo(first);
    }

    private static TestingIndexes indexes() {
        return (TestingIndexes) library.bean(KnowledgeIndexes.class);
    }

    private static String text(int n) {
        return "The gateway listens on port %d.".formatted(8000 + n);
    }
}
