package io.opslore.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.assistant.Answer;
import io.opslore.assistant.Assistant;
import io.opslore.assistant.CitedSources;
import io.opslore.assistant.Conversations;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Grantee;
import io.opslore.identity.Role;
import io.opslore.identity.Secrets;
import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.Intake;
import io.opslore.library.Bin;
import io.opslore.library.DocumentKey;
import io.opslore.library.Grants;
import io.opslore.library.Maintenance;
import io.opslore.library.SpaceAccess;
import io.opslore.library.SpaceGrant;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.library.Stored;
import io.opslore.library.Storing;
import io.opslore.operations.AuditTrail;
import io.opslore.operations.Verification;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingRooms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A portal that people work with becomes another one, in another folder and database. */
class RoundTripTests {

    private static final int READABLE = 12;
    private static final int DOCUMENTS = 1_000;
    private static final String QUESTION = "How do I restart the payments database?";
    private static final String PASSWORD = "not for production use";

    @TempDir private Path folder;
    private final String database = TestingDatabase.fresh();
    private final String other = TestingDatabase.fresh();
    private Asker admin;
    private Asker reader;
    private Asker stranger;
    private SpaceId space;
    private SpaceId busy;

    @Test
    void whatIsRestoredIsTheSameThoughPeopleWroteMeanwhile() throws Exception {
        Path backup = folder.resolve("b/first.opslore");
        Map<String, String> stable;
        Answer answer;
        byte[] sealed;
        int written;
        try (var portal = new TestingRooms(database, folder.resolve("data"))) {
            prepare(portal);
            answer = answered(portal);
            assertThat(answer.citations()).isNotEmpty();
            sealed = portal.bean(Secrets.class).seal("a token", "connection:test");
            stable = stable(portal);
            written = backUpUnderWrites(portal, backup);
        }
        assertThat(written).as("documents stored and purged while it was made").isPositive();

        Path restored = folder.resolve("restored");
        try (var rooms = TestingBackup.restored(other, restored, backup, PASSWORD, false)) {
            assertThat(TestingBackup.differing(stable(rooms), stable)).isEmpty();
            assertThat(
                            rooms.bean(Verification.class)
                                    .verify(true, share -> {}, admin)
                                    .differences())
                    .as("all that needs more than the index, which is not there yet")
                    .noneMatch(difference -> !difference.isRepairable());
            assertThat(rooms.bean(AuditTrail.class).verify(share -> {}, admin).isWhole()).isTrue();
            assertThat(rooms.bean(Secrets.class).open(sealed, "connection:test"))
                    .isEqualTo("a token");
        }
        try (var rooms = new TestingRooms(other, restored)) {
            var conversations = rooms.bean(Conversations.class);
            assertThat(conversations.answers(answer.conversation(), reader))
                    .containsExactly(answer);
            assertThat(rooms.bean(CitedSources.class).of(answer.citations(), reader).values())
                    .noneMatch(source -> source == null);
            assertThat(
                            rooms.bean(Grants.class)
                                    .may(
                                            io.opslore.identity.Permission.DOCUMENT_READ,
                                            space,
                                            reader))
                    .isTrue();
            assertThat(
                            rooms.bean(Grants.class)
                                    .may(
                                            io.opslore.identity.Permission.DOCUMENT_READ,
                                            space,
                                            stranger))
                    .isFalse();
            awaitReady(rooms);
            // A reader may not ask more often within a minute.
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofSeconds(5))
                    .pollInSameThread()
                    .untilAsserted(() ->
                            assertThat(answered(rooms).citations())
                                    .extracting(io.opslore.assistant.Citation::quote)
                                    .isEqualTo(
                                            answer.citations().stream()
                                                    .map(io.opslore.assistant.Citation::quote)
                                                    .toList()));
        }
    }

    @Test
    void atRestEveryRowAndFileIsTheSame() throws Exception {
        Path backup = folder.resolve("rest.opslore");
        Map<String, String> rows;
        try (var rooms = new TestingRooms(database, folder.resolve("data"), Maintenance.PROFILE)) {
            admin = TestingAskers.with(rooms.bean(Accounts.class), Role.ADMIN);
            space = rooms.bean(Spaces.class).create("Quiet", "", admin).id();
            for (int i = 0; i < 20; i++) {
                store(rooms, space, "d/" + i + ".md", "Text " + i);
            }
            // Every start makes a new one of those that nobody has changed yet.
            rooms.bean(JdbcClient.class)
                    .sql("update account set must_change_password = false")
                    .update();
            rows = TestingBackup.hashes(rooms.bean(JdbcClient.class));
            Made made = make(rooms, backup, "");
            assertThat(made.originals()).isEqualTo(20);
            assertThat(made.key()).isFalse();
            Verdict verdict =
                    rooms.bean(Backups.class).verify(backup.toString(), "", Progress.NONE, admin);
            assertThat(verdict.fault()).isEmpty();
            assertThat(verdict.rows()).isEqualTo(made.rows());
        }
        Path restored = folder.resolve("restored");
        try (var rooms = TestingBackup.restored(other, restored, backup, null, false)) {
            assertThat(
                            TestingBackup.differing(
                                    TestingBackup.hashes(rooms.bean(JdbcClient.class)), rows))
                    .isEmpty();
        }
        assertThat(files(restored.resolve("blobs"))).isEqualTo(files(folder.resolve("data/blobs")));
    }

    private int backUpUnderWrites(TestingRooms portal, Path backup) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        var over = new AtomicBoolean();
        var written = new AtomicInteger();
        Thread writer =
                Thread.ofVirtual()
                        .start(() -> {
                            while (!over.get()) {
                                writeAndPurge(portal, written.incrementAndGet());
                            }
                        });
        Awaitility.await().until(() -> written.get() > 3);
        Made made = make(portal, backup, password.toString());
        int during = written.get();
        assertThat(make(portal, folder.resolve("b/second.opslore"), password.toString()).rows())
                .isGreaterThan(made.rows());
        over.set(true);
        writer.join();
        assertThat(made.originals()).isGreaterThanOrEqualTo(DOCUMENTS + READABLE);
        assertThat(made.lacking()).isZero();
        assertThat(made.key()).isTrue();
        Verdict verdict =
                portal.bean(Backups.class)
                        .verify(backup.toString(), password.toString(), Progress.NONE, admin);
        assertThat(verdict.fault()).isEmpty();
        return during;
    }

    private void writeAndPurge(TestingRooms portal, int number) {
        try {
            Stored stored = store(portal, busy, "busy/" + number + ".md", "Busy " + number);
            if (number % 2 == 0) {
                portal.bean(Bin.class).put(stored.document(), admin);
                portal.bean(Bin.class).purge(stored.document(), admin);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void prepare(TestingRooms portal) throws Exception {
        var accounts = portal.bean(Accounts.class);
        admin = TestingAskers.with(accounts, Role.ADMIN);
        reader = TestingAskers.with(accounts, Role.READER);
        stranger = TestingAskers.with(accounts, Role.CONTRIBUTOR);
        space = portal.bean(Spaces.class).create("Stable", "", admin).id();
        busy = portal.bean(Spaces.class).create("Busy", "", admin).id();
        portal.bean(SpaceAccess.class)
                .set(
                        space,
                        List.of(new SpaceGrant(new Grantee.Person(reader.id()), Role.READER)),
                        admin);
        for (int i = 0; i < READABLE; i++) {
            String text =
                    i == 0
                            ? "# Payments\n\nTo restart the payments database, drain it first.\n"
                            : "# Runbook %d\n\nRotate the certificate of gateway %d.\n"
                                    .formatted(i, i);
            portal.bean(Intake.class).accept(space, "r/" + i + ".md", bytes(text), admin);
        }
        for (int i = 0; i < DOCUMENTS; i++) {
            store(portal, space, "many/" + i + ".md", "Кто-то написал текст № " + i);
        }
        awaitReady(portal);
    }

    private Map<String, String> stable(TestingRooms rooms) {
        Map<String, String> stable = new TreeMap<>();
        rooms.bean(JdbcClient.class)
                .sql(
                        """
                        select d.path, r.id || ' ' || r.sha256
                            || case when d.path like 'r/%' then md5(t.text) else '' end as what
                        from document d join revision r on r.document_id = d.id
                        left join revision_text t on t.revision_id = r.id
                        where d.space_id = ?
                        """)
                .param(space.value())
                .query(row -> {
                    stable.put(row.getString("path"), row.getString("what"));
                });
        assertThat(stable).hasSize(DOCUMENTS + READABLE);
        return stable;
    }

    private Answer answered(TestingRooms portal) {
        Answer asked = portal.bean(Assistant.class).ask(QUESTION, null, reader);
        return Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () ->
                                portal.bean(Conversations.class)
                                        .answers(asked.conversation(), reader)
                                        .getFirst(),
                        answer -> answer.outcome().isFinal());
    }

    private void awaitReady(TestingRooms portal) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        portal.bean(IngestFeed.class).states(space, admin).stream()
                                        .filter(one -> one.state() instanceof IngestState.Ready)
                                        .count()
                                >= READABLE);
    }

    private Made make(TestingRooms rooms, Path backup, String passwordFile) {
        return rooms.bean(Backups.class)
                .make(
                        new BackupRequest(backup.toString(), false, passwordFile, false),
                        Progress.NONE,
                        admin);
    }

    private Stored store(TestingRooms rooms, SpaceId space, String path, String text)
            throws IOException {
        return rooms.bean(Storing.class)
                .store(new DocumentKey(space, "upload", path), bytes(text), "upload", admin);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        io.opslore.library.Sha256.of(Files.newInputStream(file)));
            }
        }
        return files;
    }
}
