package io.opslore.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.backup.file.About;
import io.opslore.backup.file.BackupReader;
import io.opslore.backup.file.Sealing;
import io.opslore.backup.place.FolderPlace;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.PortalKey;
import io.opslore.identity.Role;
import io.opslore.library.Bin;
import io.opslore.library.DocumentId;
import io.opslore.library.DocumentKey;
import io.opslore.library.Maintenance;
import io.opslore.library.Sha256;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.library.Storing;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingRooms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backup files that are whole, spoilt, sealed, built on each other, or not for this portal. */
@TestInstance(Lifecycle.PER_CLASS)
class BackupFilesTests {

    private static final String PASSWORD = "not for production use";

    @TempDir private static Path data;
    @TempDir private static Path folder;
    private TestingRooms rooms;
    private Backups backups;
    private Asker admin;
    private SpaceId space;
    private String passwordFile;
    private Path place;

    @BeforeAll
    void start() throws IOException {
        rooms = new TestingRooms(TestingDatabase.fresh(), data, Maintenance.PROFILE);
        backups = rooms.bean(Backups.class);
        admin = TestingAskers.with(rooms.bean(Accounts.class), Role.ADMIN);
        space = rooms.bean(Spaces.class).create("Kept", "", admin).id();
        passwordFile = Files.writeString(folder.resolve("password"), PASSWORD + "\n").toString();
        for (int i = 0; i < 5; i++) {
            store("Runbook " + i);
        }
    }

    @BeforeEach
    void anotherPlace() throws IOException {
        place = Files.createDirectory(folder.resolve(UUID.randomUUID().toString()));
    }

    @AfterAll
    void stop() {
        rooms.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "about.json",
                "originals.tsv",
                "manifest.json",
                "rows/account.copy",
                "originals/"
            })
    void aDamagedEntryIsFoundAndNamed(String entry) throws IOException {
        Path backup = make("whole.opslore", "");
        assertThat(fault(backup)).isEmpty();

        rewrite(backup, entry, content -> changed(content));

        String fault = fault(backup);
        // What the front says of others than are there shows at those.
        assertThat(fault).startsWith(backup.toString() + ": ");
        assertThat(fault)
                .containsAnyOf(entry, entry.equals("manifest.json") ? "rows/" : entry, "originals");
        assertThat(remembered(backup).fault()).isEqualTo(fault);
    }

    @Test
    void aFlippedBitIsFoundWhereverItIs() throws IOException {
        Path backup = make("whole.opslore", "");
        byte[] whole = Files.readAllBytes(backup);
        String content = content(backup);
        int found = 0;
        for (int i = 1; i < 12; i++) {
            byte[] spoilt = whole.clone();
            spoilt[(int) ((long) whole.length * i / 13)] ^= 0x10;
            Files.write(backup, spoilt);
            // Times and the like that an archive notes of its entries do not matter.
            String read = content(backup);
            assertThat(read).isIn(content, "found");
            found += read.equals("found") ? 1 : 0;
        }
        assertThat(found).isGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneThatIsCutOffIsFound(boolean sealed) throws IOException {
        Path backup = make("whole.opslore", sealed ? passwordFile : "");
        byte[] whole = Files.readAllBytes(backup);
        for (int less : List.of(1, 30, whole.length / 2)) {
            Files.write(backup, java.util.Arrays.copyOf(whole, whole.length - less));
            assertThat(verdict(backup, sealed ? passwordFile : "").isGood())
                    .as("without its last %d bytes", less)
                    .isFalse();
        }
    }

    @Test
    void sealedPiecesCannotChangePlaces() throws IOException {
        int piece = 1 << 20;
        var sealed = new java.io.ByteArrayOutputStream();
        byte[] text = new byte[4 * piece];
        new java.util.Random(1).nextBytes(text);
        try (OutputStream out = Sealing.seal(sealed, PASSWORD)) {
            out.write(text);
        }
        byte[] bytes = sealed.toByteArray();
        assertThat(opened(bytes)).isEqualTo(text);

        byte[] swapped = bytes.clone();
        int second = 49 + piece;
        System.arraycopy(bytes, second, swapped, second + piece, piece);
        System.arraycopy(bytes, second + piece, swapped, second, piece);
        assertThatThrownBy(() -> opened(swapped)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> opened(java.util.Arrays.copyOf(bytes, second + 2 * piece)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aWrongPasswordIsToldFromDamage() throws IOException {
        Path backup = make("sealed.opslore", passwordFile);
        Path other = Files.writeString(folder.resolve("other"), "quite another password");

        assertThatThrownBy(() -> verdict(backup, other.toString()))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining("The password is not the one");
        assertThatThrownBy(() -> verdict(backup, ""))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining("is encrypted");
        assertThat(fault(backup, passwordFile)).isEmpty();

        byte[] bytes = Files.readAllBytes(backup);
        bytes[20] ^= 1;
        Files.write(backup, bytes);
        assertThat(fault(backup, passwordFile)).contains("its front");
    }

    @Test
    void secretsAreNotInItUnlessItIsSealedOrTheyAreAskedFor() throws IOException {
        String key = rooms.bean(PortalKey.class).text();
        assertThat(plain(make("open.opslore", ""))).doesNotContain(key);

        Path sealed = make("sealed.opslore", passwordFile);
        String raw =
                new String(
                        Files.readAllBytes(sealed), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(raw).doesNotContain(key, "about.json", "Runbook");

        Path withKey = place.resolve("key.opslore");
        Made made =
                backups.make(
                        new BackupRequest(withKey.toString(), false, "", true),
                        Progress.NONE,
                        admin);
        assertThat(made.key()).isTrue();
        assertThat(plain(withKey)).contains(key);
    }

    @Test
    void incrementalOnesHoldWhatIsNewAndNameALinkThatIsMissing() throws Exception {
        Path first = make("1.opslore", "", true);
        String text = "Something new " + UUID.randomUUID();
        store(text);
        Path second = make("2.opslore", "", true);
        store(text + " again");
        Path third = make("3.opslore", "", true);

        assertThat(about(second).base()).isEqualTo("1.opslore");
        assertThat(about(third).needs())
                .extracting(About.Link::name)
                .containsExactly("1.opslore", "2.opslore");
        assertThat(originals(third)).isOne();
        assertThat(fault(third)).isEmpty();
        Path restored = folder.resolve("restored-chain");
        TestingBackup.restored(TestingDatabase.fresh(), restored, third, null, false).close();
        assertThat(files(restored.resolve("blobs"))).isEqualTo(files(data.resolve("blobs")));

        Files.move(second, place.resolve("elsewhere"));
        assertThat(fault(third)).contains("2.opslore", "is missing, and this backup builds on it");
        Files.copy(first, second);
        assertThat(fault(third)).contains("2.opslore", "is another backup");
        Files.delete(second);
        Files.delete(place.resolve("3.opslore"));
        assertThat(about(make("4.opslore", "", true)).base()).isEqualTo("1.opslore");
    }

    @Test
    void noneIsDeletedThatAKeptOneBuildsOn() throws IOException {
        Instant now = Instant.now();
        age(make("1.opslore", "", false), now, 5);
        age(make("2.opslore", "", false), now, 4);
        store("Later " + UUID.randomUUID());
        age(make("3.opslore", "", true), now, 3);
        age(make("4.opslore", "", false), now, 2);
        var pruning = new Pruning(new FolderPlace(place), null);

        assertThat(pruning.prune(0, Duration.ZERO, now)).isEmpty();
        assertThat(pruning.prune(2, Duration.ofDays(30), now)).isEmpty();
        assertThat(pruning.prune(2, Duration.ZERO, now)).containsExactly("1.opslore");
        assertThat(place.resolve("2.opslore")).exists();
        assertThat(pruning.prune(1, Duration.ZERO, now))
                .containsExactlyInAnyOrder("2.opslore", "3.opslore");

        Path kept = place.resolve("4.opslore");
        age(make("0.opslore", "", false), now, 9);
        Files.writeString(kept, "spoilt");
        assertThatThrownBy(() -> pruning.prune(1, Duration.ZERO, now))
                .hasMessageContaining("None is deleted");
        assertThat(place.resolve("0.opslore")).exists();
    }

    @Test
    void whatIsPurgedMeanwhileIsStillInItAndGoesAfterwards() throws IOException {
        DocumentId document = store("To be purged " + UUID.randomUUID());
        String sha256 =
                rooms.bean(JdbcClient.class)
                        .sql("select sha256 from revision where document_id = ?")
                        .param(document.value())
                        .query(String.class)
                        .single();
        Path blob = data.resolve("blobs").resolve(sha256.substring(0, 2)).resolve(sha256);
        var purged = new AtomicBoolean();
        Path backup = place.resolve("purged.opslore");
        Made made =
                backups.make(
                        new BackupRequest(backup.toString(), false, "", false),
                        step -> {
                            if (step.stage() == Progress.Stage.ORIGINALS
                                    && purged.compareAndSet(false, true)) {
                                rooms.bean(Bin.class).put(document, admin);
                                rooms.bean(Bin.class).purge(document, admin);
                                assertThat(blob).exists();
                            }
                        },
                        admin);

        assertThat(made.lacking()).isZero();
        assertThat(fault(backup)).isEmpty();
        assertThat(blob).exists();
        rooms.bean(Bin.class).purgeExpired();
        assertThat(blob).doesNotExist();
    }

    @Test
    void whoAsksIsToldHowFarItIs() throws IOException {
        List<Progress.Step> heard = new ArrayList<>();
        Path backup = place.resolve("told.opslore");
        Made made =
                backups.make(
                        request(backup),
                        step -> {
                            heard.add(step);
                            assertThat(backups.underway(BackupTask.MAKE, admin)).hasValue(step);
                            assertThat(backups.underway(BackupTask.VERIFY, admin)).isEmpty();
                        },
                        admin);

        assertThat(heard)
                .extracting(Progress.Step::stage)
                .contains(Progress.Stage.ROWS, Progress.Stage.ORIGINALS);
        assertThat(heard).extracting(Progress.Step::bytes).isSorted();
        assertThat(heard.getLast().bytes()).isBetween(1L, made.bytes());
        assertThat(heard.getLast().total()).isEqualTo(made.originals());
        assertThat(backups.underway(BackupTask.MAKE, admin)).isEmpty();

        heard.clear();
        backups.verify(backup.toString(), "", heard::add, admin);
        assertThat(heard.getLast().bytes()).isPositive();
        assertThat(backups.underway(BackupTask.VERIFY, admin)).isEmpty();
    }

    @Test
    void anOwnerWhoIsNoSuperuserRestoresToo() throws IOException {
        Path backup = make("owned.opslore", "");
        String database = TestingDatabase.ownedByNoSuperuser();
        Path target = folder.resolve("owned");

        for (boolean replace : List.of(false, true)) {
            try (var restored = TestingBackup.restored(database, target, backup, null, replace)) {
                JdbcClient jdbc = restored.bean(JdbcClient.class);
                assertThat(count(jdbc, "pg_roles where rolname = current_user and rolsuper"))
                        .isZero();
                assertThat(count(jdbc, "revision"))
                        .isEqualTo(count(rooms.bean(JdbcClient.class), "revision"));
                // What guards the audit log is on again.
                assertThat(count(jdbc, "pg_trigger where not tgisinternal and tgenabled <> 'O'"))
                        .isZero();
            }
            assertThat(files(target.resolve("blobs"))).isNotEmpty();
        }
    }

    @Test
    void anOriginalThatTheStoreHasLostIsToldAndStopsNothing() throws IOException {
        DocumentId document = store("To be lost " + UUID.randomUUID());
        String sha256 =
                rooms.bean(JdbcClient.class)
                        .sql("select sha256 from revision where document_id = ?")
                        .param(document.value())
                        .query(String.class)
                        .single();
        Path blob = data.resolve("blobs").resolve(sha256.substring(0, 2)).resolve(sha256);
        byte[] bytes = Files.readAllBytes(blob);
        for (boolean gone : List.of(true, false)) {
            if (gone) {
                Files.delete(blob);
            } else {
                Files.write(blob, new byte[bytes.length]);
            }
            Path backup = place.resolve(gone + ".opslore");
            assertThat(backups.make(request(backup), Progress.NONE, admin).lacking()).isOne();
            Verdict verdict = verdict(backup, "");
            assertThat(verdict.fault()).isEmpty();
            assertThat(verdict.lacking()).isOne();
        }
        Files.write(blob, bytes);
    }

    @Test
    void aNewerOrOtherVersionIsRefused() throws IOException {
        Path newer = make("newer.opslore", "");
        rewrite(newer, "about.json", content -> text(content, "\"45\"", "\"4500\""));
        assertThatThrownBy(() -> verdict(newer, ""))
                .hasMessageContaining("was made by a newer OpsLore");
        assertThatThrownBy(() ->
                        TestingBackup.restored(
                                TestingDatabase.fresh(),
                                folder.resolve("newer"),
                                newer,
                                null,
                                false))
                .hasStackTraceContaining("was made by a newer OpsLore");

        Path format = make("format.opslore", "");
        rewrite(format, "about.json", content -> text(content, "\"format\" : 1", "\"format\" : 2"));
        assertThatThrownBy(() -> verdict(format, "")).hasMessageContaining("has format 2");

        Path foreign = Files.writeString(place.resolve("foreign.opslore"), "hello");
        assertThatThrownBy(() -> verdict(foreign, "")).hasMessageContaining("no backup of OpsLore");
        assertThatThrownBy(() -> make("foreign.opslore", ""))
                .hasMessageContaining("is there and no backup");
        assertThat(foreign).hasContent("hello");
    }

    @Test
    void whatHoldsSomethingIsReplacedOnlyIfAskedForAndAHalfRestoreDoesNotStart() throws Exception {
        Path backup = make("first.opslore", "");
        String database = TestingDatabase.fresh();
        Path target = folder.resolve("target");
        TestingBackup.restored(database, target, backup, null, false).close();

        assertThatThrownBy(() -> TestingBackup.restored(database, target, backup, null, false))
                .hasStackTraceContaining("There is something here already")
                .hasStackTraceContaining("rows of account");
        new TestingRooms(database, target, Maintenance.PROFILE).close();

        Files.delete(place.resolve("first.opslore"));
        Path spoilt = make("spoilt.opslore", "");
        rewrite(spoilt, "rows/account.copy", content -> changed(content));
        assertThatThrownBy(() -> TestingBackup.restored(database, target, spoilt, null, true))
                .hasStackTraceContaining("rows/account.copy");
        new TestingRooms(database, target, Maintenance.PROFILE).close();

        Path broken = make("broken.opslore", "");
        Files.createDirectories(target);
        // An end in the middle: it was read whole, and originals cannot be stored.
        org.springframework.util.FileSystemUtils.deleteRecursively(target.resolve("blobs"));
        Files.writeString(target.resolve("blobs"), "not a folder");
        assertThatThrownBy(() -> TestingBackup.restored(database, target, broken, null, true))
                .hasStackTraceContaining("blobs");
        assertThatThrownBy(() -> new TestingRooms(database, target, Maintenance.PROFILE))
                .hasStackTraceContaining("has begun here and not ended");
        // Also from another folder: the database says so itself.
        assertThatThrownBy(() ->
                        new TestingRooms(database, folder.resolve("another"), Maintenance.PROFILE))
                .hasStackTraceContaining("has begun here and not ended");
        Files.delete(target.resolve("blobs"));
        TestingBackup.restored(database, target, broken, null, true).close();
        new TestingRooms(database, target, Maintenance.PROFILE).close();
    }

    private Path make(String name, String passwordFile) {
        return make(name, passwordFile, false);
    }

    private Path make(String name, String passwordFile, boolean incremental) {
        Path backup = place.resolve(name);
        backups.make(
                new BackupRequest(backup.toString(), incremental, passwordFile, false),
                Progress.NONE,
                admin);
        return backup;
    }

    private static BackupRequest request(Path backup) {
        return new BackupRequest(backup.toString(), false, "", false);
    }

    private Verdict verdict(Path backup, String passwordFile) {
        return backups.verify(backup.toString(), passwordFile, Progress.NONE, admin);
    }

    private String fault(Path backup) {
        return fault(backup, "");
    }

    private String fault(Path backup, String passwordFile) {
        return verdict(backup, passwordFile).fault();
    }

    /** All that a restore would get, or that it is damaged. */
    private static String content(Path backup) {
        var content = new StringBuilder();
        try (var reader = new BackupReader(Files.newInputStream(backup))) {
            content.append(reader.about()).append(reader.blobs());
            var all =
                    new BackupReader.Content() {
                        @Override
                        public void table(String name, InputStream rows) throws IOException {
                            content.append(name).append(Sha256.of(rows));
                        }

                        @Override
                        public void blob(String sha256, InputStream bytes) throws IOException {
                            content.append(sha256).append(Sha256.of(bytes));
                        }
                    };
            return content.append(reader.rest(all)).toString();
        } catch (IOException e) {
            return "found";
        }
    }

    private Remembered remembered(Path backup) {
        return rooms.bean(BackupRows.class).in(new FolderPlace(place).describe("")).stream()
                .filter(each -> each.name().equals(backup.getFileName().toString()))
                .findFirst()
                .orElseThrow();
    }

    private DocumentId store(String text) throws IOException {
        return rooms.bean(Storing.class)
                .store(
                        new DocumentKey(space, "upload", UUID.randomUUID() + ".md"),
                        new ByteArrayInputStream(text.getBytes(UTF_8)),
                        "upload",
                        admin)
                .document();
    }

    private static long count(JdbcClient jdbc, String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
    }

    private static void age(Path backup, Instant now, int days) throws IOException {
        Files.setLastModifiedTime(backup, FileTime.from(now.minus(Duration.ofDays(days))));
    }

    private static byte[] opened(byte[] sealed) throws IOException {
        try (InputStream in = Sealing.open(new ByteArrayInputStream(sealed), PASSWORD)) {
            return in.readAllBytes();
        }
    }

    private static About about(Path backup) throws IOException {
        try (var reader = new BackupReader(Files.newInputStream(backup))) {
            return reader.about();
        }
    }

    private static int originals(Path backup) throws IOException {
        try (var reader = new BackupReader(Files.newInputStream(backup))) {
            reader.about();
            reader.blobs();
            return reader.rest(new BackupReader.Content() {}).blobs();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static String plain(Path backup) throws IOException {
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(Files.newInputStream(backup))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), UTF_8));
            }
        }
        return text.toString();
    }

    private static byte[] changed(byte[] content) {
        byte[] changed = content.clone();
        changed[changed.length / 2] = (byte) (changed[changed.length / 2] == 'x' ? 'y' : 'x');
        return changed;
    }

    private static byte[] text(byte[] content, String old, String other) {
        String text = new String(content, UTF_8);
        assertThat(text).contains(old);
        return text.replace(old, other).getBytes(UTF_8);
    }

    /** A well-formed archive with another content of the first entry that begins so. */
    private static void rewrite(Path backup, String entry, UnaryOperator<byte[]> change)
            throws IOException {
        var names = new ArrayList<String>();
        var contents = new ArrayList<byte[]>();
        try (var zip = new ZipInputStream(Files.newInputStream(backup))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                names.add(each.getName());
                contents.add(zip.readAllBytes());
            }
        }
        boolean done = false;
        try (var zip = new ZipOutputStream(Files.newOutputStream(backup))) {
            for (int i = 0; i < names.size(); i++) {
                boolean is = !done && names.get(i).startsWith(entry);
                done |= is;
                zip.putNextEntry(new ZipEntry(names.get(i)));
                zip.write(is ? change.apply(contents.get(i)) : contents.get(i));
                zip.closeEntry();
            }
        }
        assertThat(done).isTrue();
    }
}
