package io.opslore.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.opslore.library.SpaceId;
import io.opslore.testing.TestingQdrant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The room with a real server as its index, which comes and goes. */
class QdrantRoomTests {

    private static TestingQdrant server;
    private static TestingLibrary library;

    @BeforeAll
    static void open() {
        server = TestingQdrant.own();
        library = new TestingLibrary(settings());
    }

    @AfterAll
    static void close() {
        if (library != null) {
            library.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void whileTheServerIsAwaySearchSaysSoAndThePortalStartsAllTheSame() {
        SpaceId space = library.space("coming and going");
        library.publish(space, "gateway.md", "# Gateway\n\nThe gateway listens on port 8443.\n");
        assertThat(library.paths("Which port?", space)).containsExactly("gateway.md");

        library.restart(server::kill, settings());

        assertThatExceptionOfType(IndexAway.class)
                .isThrownBy(() -> library.paths("Which port?", space));

        server.restart();

        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptionsMatching(IndexAway.class::isInstance)
                .until(() -> library.paths("Which port?", space).equals(List.of("gateway.md")));
    }

    @Test
    void whatTheServerHasLostIsFilledInOnceItIsBack() {
        SpaceId space = library.space("lost");
        library.publish(space, "redis.md", "# Redis\n\nEviction is set to noeviction.\n");

        library.restart(
                () -> {
                    server.kill();
                    server.forget();
                },
                settings());
        server.restart();

        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> library.paths("eviction", space).equals(List.of("redis.md")));
    }

    /**
     * Nobody restarts the portal; the search that finds out says so, and those until it is whole.
     */
    @Test
    void whatTheServerLosesWhileThePortalRunsIsFilledInAtOnce() {
        SpaceId space = library.space("lost meanwhile");
        List<String> all = new ArrayList<>();
        for (int each = 0; each < 10; each++) {
            all.add(each + ".md");
            library.publish(space, each + ".md", "# Kafka %1$d\n\nBroker %1$d.\n".formatted(each));
        }
        assertThat(library.paths("kafka broker", space)).containsExactlyInAnyOrderElementsOf(all);

        server.kill();
        server.forget();
        server.restart();

        assertThatExceptionOfType(IndexAway.class)
                .isThrownBy(() -> library.paths("kafka broker", space))
                .withMessageContaining("lost");
        List<List<String>> answers = new ArrayList<>();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptionsMatching(IndexAway.class::isInstance)
                .until(() -> answers.add(library.paths("kafka broker", space)));
        assertThat(answers.getFirst())
                .as("the first answer is whole")
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void everyGenerationIsKeptForABackup() {
        SpaceId space = library.space("backup");
        library.publish(space, "a.md", "# A\n\nText.\n");

        List<IndexSnapshot> snapshots = library.bean(IndexBackup.class).snapshots();

        assertThat(snapshots).isNotEmpty().allSatisfy(it -> assertThat(it.bytes()).isPositive());
    }

    private static String[] settings() {
        return new String[] {"opslore.index=qdrant", "opslore.qdrant.url=" + server.url()};
    }
}
