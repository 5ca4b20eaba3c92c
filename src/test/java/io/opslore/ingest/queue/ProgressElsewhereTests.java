package io.opslore.ingest.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.IngestState;
import io.opslore.library.SpaceId;
import io.opslore.testing.TestingDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProgressElsewhereTests {

    @TempDir private Path folder;

    @Test
    void aPageSeesWhatAnotherPortalDoes() throws Exception {
        try (var portal = new TestingPortal(TestingDatabase.fresh(), folder)) {
            SpaceId space = portal.space();
            portal.accept(space, "gateway.md", "# Gateway\n\nRestart it.\n");
            portal.awaitReady(space, "gateway.md");
            JdbcClient database = portal.bean(JdbcClient.class);
            List<IngestState> seen = new CopyOnWriteArrayList<>();
            Runnable leave =
                    portal.bean(IngestFeed.class)
                            .subscribe(
                                    space,
                                    TestingPortal.ADMIN,
                                    progress -> seen.add(progress.state()));
            database.sql(
                            """
                            insert into portal (id, host, shared, started_at, seen_at)
                            values (?, 'elsewhere', '{}', now(), now())
                            """)
                    .param(UUID.randomUUID())
                    .update();

            database.sql(
                            """
                            update ingest_state set state = 'INDEXING', done = 3, total = 9,
                                changed_at = clock_timestamp()
                            """)
                    .update();

            TestingPortal.await(() -> seen.contains(new IngestState.Indexing(3, 9)));
            leave.run();
            assertThat(portal.bean(ProgressBoard.class).watched()).doesNotContain(space);
        }
    }
}
