package io.opslore.ingest.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.IngestState.Reason;
import io.opslore.library.SpaceId;
import io.opslore.library.Stored;
import io.opslore.testing.TestingDatabase;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a portal finds that was killed, or ended, in the middle of its work. */
class RestartTests {

    @TempDir private Path folder;
    private String database;

    @BeforeEach
    void makeDatabase() {
        database = TestingDatabase.fresh();
    }

    @Test
    void takesUpWorkThatAKilledPortalHadInHand() throws Exception {
        SpaceId space;
        Stored stored;
        try (var killed = new TestingPortal(database, folder)) {
            space = killed.space();
            killed.indexer.embeddingGate = new CountDownLatch(1);
            stored = killed.accept(space, "a.md", "# Text\n");
            TestingPortal.await(() -> !killed.indexer.started.isEmpty());
            // From here on it can change nothing in the database, as if it were dead.
            killed.bean(HikariDataSource.class).close();
        }

        // Its own work is known by its name: no heartbeat has to stay away first.
        try (var restarted =
                new TestingPortal(database, folder, "opslore.ingest.queue.heartbeat=1h")) {
            restarted.awaitReady(space, "a.md");

            assertThat(restarted.indexer.embedded).containsExactly(stored.revision());
            assertThat(restarted.indexer.indexed).isEmpty();
            assertThat(tasks(restarted)).isZero();
        }
    }

    @Test
    void takesOverFromAPortalWhoseHeartbeatStopped(@TempDir Path another) throws Exception {
        SpaceId space;
        try (var killed = new TestingPortal(database, folder)) {
            space = killed.space();
            killed.indexer.embeddingGate = new CountDownLatch(1);
            killed.accept(space, "a.md", "# Text\n");
            TestingPortal.await(() -> !killed.indexer.started.isEmpty());
            killed.bean(HikariDataSource.class).close();
        }

        try (var other =
                new TestingPortal(database, another, "opslore.ingest.queue.heartbeat=500ms")) {
            other.awaitReady(space, "a.md");
        }
    }

    @Test
    void countsNoAttemptForWorkThatWasStoppedInOrder() throws Exception {
        SpaceId space;
        Stored stored;
        try (var first = new TestingPortal(database, folder)) {
            space = first.space();
            first.indexer.embeddingGate = new CountDownLatch(1);
            stored = first.accept(space, "a.md", "# Text\n");
            TestingPortal.await(() -> !first.indexer.started.isEmpty());
        }

        try (var second = new TestingPortal(database, folder)) {
            second.awaitReady(space, "a.md");
            assertThat(second.bean(IngestStates.class).attempts(stored.revision())).isZero();
        }
    }

    @Test
    void queuesWhatHasNoTaskAnyMore() throws Exception {
        SpaceId space;
        try (var first = new TestingPortal(database, folder)) {
            space = first.space();
            first.indexer.embeddingGate = new CountDownLatch(1);
            first.accept(space, "a.md", "# Text\n");
            TestingPortal.await(() -> !first.indexer.started.isEmpty());
            first.bean(JdbcClient.class).sql("delete from ingest_embedding_task").update();
            first.indexer.embeddingGate.countDown();
            first.bean(HikariDataSource.class).close();
        }

        try (var second = new TestingPortal(database, folder)) {
            second.awaitReady(space, "a.md");
        }
    }

    @Test
    void givesUpOnWhatBringsThePortalDownAgainAndAgain() throws Exception {
        SpaceId space;
        try (var first = new TestingPortal(database, folder)) {
            space = first.space();
            first.indexer.embeddingGate = new CountDownLatch(1);
            first.accept(space, "a.md", "# Text\n");
            TestingPortal.await(() -> !first.indexer.started.isEmpty());
            first.bean(JdbcClient.class).sql("update ingest_state set attempts = 5").update();
            first.bean(HikariDataSource.class).close();
        }

        try (var second = new TestingPortal(database, folder)) {
            IngestState.Failed failed = second.awaitFailed(space, "a.md");
            assertThat(failed.reason()).isEqualTo(Reason.INTERNAL);
            assertThat(failed.detail()).contains("stopped 5 times");
        }
    }

    private static long tasks(TestingPortal portal) {
        return portal.bean(JdbcClient.class)
                .sql(
                        """
                        select (select count(*) from ingest_extraction_task)
                            + (select count(*) from ingest_embedding_task)
                        """)
                .query(Long.class)
                .single();
    }
}
