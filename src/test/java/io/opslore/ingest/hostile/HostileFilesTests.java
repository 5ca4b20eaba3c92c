package io.opslore.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.ingest.Batch;
import io.opslore.ingest.BatchId;
import io.opslore.ingest.BatchItem;
import io.opslore.ingest.Batches;
import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.IngestProgress;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.IngestState.Reason;
import io.opslore.ingest.Intake;
import io.opslore.ingest.Sending;
import io.opslore.library.Grants;
import io.opslore.library.ReadScope;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.outbound.TestingCanary;
import io.opslore.retrieval.Query;
import io.opslore.retrieval.Retrieval;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingRooms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file that means harm goes the whole way of a good one: the door, the queue, the worker. A
 * file is done for when its words can be found, or when it says why they cannot.
 */
class HostileFilesTests {

    private static final Duration PATIENCE = Duration.ofMinutes(9);

    private final TestingCanary canary = new TestingCanary();
    private TestingRooms portal;
    private Path folder;
    private Asker admin;
    private SpaceId space;

    @BeforeEach
    void startPortal(@TempDir Path data) {
        portal = new TestingRooms(TestingDatabase.fresh(), data, "hostile");
        folder = data;
        admin = TestingAskers.with(portal.bean(Accounts.class), Role.ADMIN);
        space = portal.bean(Spaces.class).create(UUID.randomUUID().toString(), "", admin).id();
    }

    @AfterEach
    void stopPortal() {
        portal.close();
        canary.close();
    }

    @Test
    void noneTakesThePortalDownOrLeadsOutAndAllSayWhatBecameOfThem() throws IOException {
        List<HostileFile> files = files();
        List<HostileFile> archives = HostileArchives.all();
        List<String> refused = new ArrayList<>();
        List<String> accepted = new ArrayList<>();
        for (HostileFile file : files) {
            (accept(file) ? accepted : refused).add(file.path());
        }
        List<BatchId> batches = new ArrayList<>();
        for (HostileFile archive : archives) {
            batches.add(send(archive));
        }
        awaitEnds(batches);

        Map<String, IngestState> states = states();
        long crashes = states.values().stream().filter(HostileFilesTests::isCrash).count();
        report(states);
        long refusals =
                refused.size()
                        + states.values().stream()
                                .filter(state -> state instanceof IngestState.Failed)
                                .count()
                        + batches.stream().flatMap(batch -> left(batch).stream()).count();
        long texts = states.values().stream().filter(HostileFilesTests::isFound).count();
        System.out.printf(
                "hostile files: %d files, %d crashes, %d outside requests, %d with text, %d refused with a reason%n",
                files.size() + archives.size(), crashes, canary.hits().size(), texts, refusals);

        assertThat(crashes).isZero();
        assertThat(canary.hits()).isEmpty();
        assertThat(batches).allSatisfy(this::saysWhatBecameOfIt);
        assertThat(namesOnDisk()).doesNotContain("out.md", "passwd", "link.md", "boot.ini");
        assertThat(files.size() + archives.size()).isGreaterThan(EvalFiles.areThere() ? 300 : 120);
        theNextGoodFileIsFound();
    }

    private List<HostileFile> files() throws IOException {
        return Stream.of(
                        HostileTexts.all(canary.port()),
                        HostileMarkup.all(canary.port()),
                        HostilePdfs.all(canary.port()),
                        HostileNames.all(),
                        EvalFiles.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Whether the door took it. */
    private boolean accept(HostileFile file) throws IOException {
        try (var bytes = new ByteArrayInputStream(file.content().get())) {
            portal.bean(Intake.class).accept(space, file.path(), bytes, admin);
            return true;
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("path");
            return false;
        }
    }

    private BatchId send(HostileFile archive) throws IOException {
        Sending sending = portal.bean(Sending.class);
        BatchId batch = sending.begin(space, archive.path(), new Batch.Announced(1, 1_000), admin);
        sending.take(
                batch, archive.path(), new ByteArrayInputStream(archive.content().get()), admin);
        sending.finished(batch, admin);
        return batch;
    }

    private void awaitEnds(List<BatchId> batches) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        batches.stream().allMatch(this::isDone)
                                && states().values().stream().allMatch(HostileFilesTests::isEnd));
    }

    private boolean isDone(BatchId batch) {
        return portal.bean(Batches.class).batch(batch, admin).state() == Batch.State.DONE;
    }

    private static boolean isEnd(IngestState state) {
        return isFound(state) || state instanceof IngestState.Failed;
    }

    private void saysWhatBecameOfIt(BatchId batch) {
        List<BatchItem> items = items(batch);
        String name = portal.bean(Batches.class).batch(batch, admin).name();
        assertThat(items.isEmpty() && !name.startsWith("empty") && !name.startsWith("many"))
                .as(name)
                .isFalse();
        assertThat(items).allMatch(item -> item.reason() != null || item.revision() != null);
    }

    private List<BatchItem> left(BatchId batch) {
        return items(batch).stream().filter(item -> item.reason() != null).toList();
    }

    private List<BatchItem> items(BatchId batch) {
        return portal.bean(Batches.class).items(batch, null, 0, 1_000, admin);
    }

    private void theNextGoodFileIsFound() throws IOException {
        String text = "# Инструкция\n\nПерезапустите службу. Слово: ориентир.\n";
        accept(HostileFile.text("good.md", text));
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(2))
                .until(() -> isFound(states().get("good.md")));
        ReadScope scope = portal.bean(Grants.class).readable(admin).within(space);
        // The index commits every few seconds.
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        assertThat(
                                        portal.bean(Retrieval.class)
                                                .search(new Query("ориентир", scope, 10)))
                                .isNotEmpty());
    }

    private Map<String, IngestState> states() {
        return portal.bean(IngestFeed.class).states(space, admin).stream()
                .collect(Collectors.toMap(IngestProgress::path, IngestProgress::state));
    }

    /** Names are keys of the database; none ever becomes a file. */
    private List<String> namesOnDisk() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(path -> String.valueOf(path.getFileName())).toList();
        }
    }

    private static boolean isFound(IngestState state) {
        return state instanceof IngestState.Ready || state instanceof IngestState.Indexing;
    }

    private static boolean isCrash(IngestState state) {
        return state instanceof IngestState.Failed failed && failed.reason() == Reason.INTERNAL;
    }

    private static void report(Map<String, IngestState> states) {
        if (Boolean.getBoolean("opslore.test.verbose")) {
            states.forEach((path, state) -> System.out.println(path + ": " + state));
        }
    }
}
