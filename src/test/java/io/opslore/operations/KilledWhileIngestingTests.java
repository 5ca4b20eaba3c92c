package io.opslore.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.library.Difference;
import io.opslore.library.Grants;
import io.opslore.library.Maintenance;
import io.opslore.retrieval.Passage;
import io.opslore.retrieval.Query;
import io.opslore.retrieval.Retrieval;
import io.opslore.testing.TestingCommand;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingRooms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A portal that loads a folder is killed at random moments while people go on changing the files.
 * Run it longer with {@code -Dopslore.test.kills=200}.
 */
class KilledWhileIngestingTests {

    private static final int KILLS = Integer.getInteger("opslore.test.kills", 20);
    private static final int DOCUMENTS = 40;
    private static final int CHANGED_EACH_TIME = 12;

    @TempDir private Path data;
    @TempDir private Path folder;
    private final String database = TestingDatabase.fresh();
    private final long seed = Long.getLong("opslore.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final int[] edits = new int[DOCUMENTS];

    @Test
    void everyDocumentIsSearchableOnceAndAllStoresAgree() throws Exception {
        System.out.println("Kills: " + KILLS + ", -Dopslore.test.seed=" + seed);
        for (int document = 0; document < DOCUMENTS; document++) {
            write(document);
        }
        int inTheMiddle = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            inTheMiddle += killWhileLoading() ? 1 : 0;
            for (int change = 0; change < CHANGED_EACH_TIME; change++) {
                int document = random.nextInt(DOCUMENTS);
                edits[document]++;
                write(document);
            }
        }
        System.out.println("Killed in the middle of its work: " + inTheMiddle + " of " + KILLS);
        assertThat(inTheMiddle).isGreaterThan(KILLS / 2);

        var last = load();
        assertThat(last.await()).as(last.output()).isZero();
        try (var portal = new TestingRooms(database, data, Maintenance.PROFILE)) {
            Asker admin = portal.bean(Accounts.class).firstAdmin().orElseThrow();
            for (int document = 0; document < DOCUMENTS; document++) {
                assertSearchableOnce(document, portal, admin);
            }
            VerificationReport report =
                    portal.bean(Verification.class).verify(true, share -> {}, admin);
            assertThat(report.differences())
                    .extracting(Difference::kind, Difference::subject, Difference::detail)
                    .isEmpty();
        }
    }

    /** Whether it still had work to do. */
    private boolean killWhileLoading() throws InterruptedException {
        var loading = load();
        boolean atStart = random.nextInt(4) == 0;
        if (!atStart) {
            loading.awaitPrinted("Loading");
        }
        boolean ended = loading.ends(Duration.ofMillis(random.nextInt(atStart ? 6000 : 1300)));
        loading.kill();
        return !ended;
    }

    private TestingCommand load() {
        return new TestingCommand(
                database, data, "ingest", folder.toString(), "--space", "Restless");
    }

    private void assertSearchableOnce(int document, TestingRooms portal, Asker admin) {
        var scope = portal.bean(Grants.class).readable(admin);
        List<Passage> found =
                portal.bean(Retrieval.class).search(new Query(marker(document), scope, 50));
        assertThat(found)
                .filteredOn(passage -> passage.text().contains(marker(document)))
                .as(marker(document) + " edit " + edits[document])
                .hasSize(1)
                .first()
                .satisfies(passage ->
                        assertThat(passage.text()).contains("edit " + edits[document] + "."));
    }

    private void write(int document) throws IOException {
        Files.writeString(
                folder.resolve("runbook-" + document + ".md"),
                """
                # Runbook %s

                The service %s restarts by itself; this is edit %d.

                ## Steps

                %s
                """
                        .formatted(
                                document,
                                marker(document),
                                edits[document],
                                "Look at the dashboard, then drain node %d of edit %d. "
                                        .formatted(document, edits[document])
                                        .repeat(12)));
    }

    private static String marker(int document) {
        return "restless" + Integer.toString(100_000 + document, 36);
    }
}
