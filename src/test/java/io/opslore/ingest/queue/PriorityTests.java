package io.opslore.ingest.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.library.SpaceId;
import io.opslore.library.Stored;
import io.opslore.testing.TestingDatabase;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class PriorityTests {

    @Test
    void embedsRevisedDocumentsBeforeNewOnes(@TempDir Path folder) throws Exception {
        try (var portal =
                new TestingPortal(
                        TestingDatabase.fresh(),
                        folder,
                        "opslore.ingest.queue.embedding-threads=1")) {
            SpaceId space = portal.space();
            portal.accept(space, "known.md", "# One\n");
            portal.awaitReady(space, "known.md");
            portal.indexer.embeddingGate = new CountDownLatch(1);
            portal.accept(space, "busy.md", "# Busy\n");
            TestingPortal.await(() -> embeddingTasks(portal, "picked") == 1);

            Stored fresh = portal.accept(space, "new.md", "# New\n");
            TestingPortal.await(() -> embeddingTasks(portal, "not picked") == 1);
            Stored revised = portal.accept(space, "known.md", "# Two\n");
            TestingPortal.await(() -> embeddingTasks(portal, "not picked") == 2);
            portal.indexer.embeddingGate.countDown();
            portal.awaitReady(space, "new.md");

            assertThat(portal.indexer.embedded)
                    .containsSubsequence(revised.revision(), fresh.revision());
        }
    }

    private static long embeddingTasks(TestingPortal portal, String condition) {
        return portal.bean(JdbcClient.class)
                .sql("select count(*) from ingest_embedding_task where " + condition)
                .query(Long.class)
                .single();
    }
}
