package io.opslore.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.DocumentKey;
import io.opslore.library.Maintenance;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.library.Storing;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingCommand;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingPortalClient;
import io.opslore.testing.TestingPortalProcess;
import io.opslore.testing.TestingRooms;
import io.opslore.testing.TestingS3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./opslore backup} and {@code restore} as processes of their own. */
class BackupCommandTests {

    private static final String SETTINGS_PASSWORD = "OPSLORE_BACKUP_PASSWORDFILE";

    @TempDir private Path folder;

    @Test
    void theRunningPortalMakesOneAndAnotherFolderGetsIt() throws Exception {
        Path data = folder.resolve("data");
        Path restored = folder.resolve("restored");
        Path backup = folder.resolve("kept/portal.opslore");
        Path password = Files.writeString(folder.resolve("password"), "not for production use");
        try (var portal = TestingPortalProcess.start(data, Map.of())) {
            assertThat(portal.url()).isNotBlank();
            TestingPortalClient.of(data).upload("Runbooks", "a.md", "# A\n\nRestart it.\n");
            TestingPortalClient.of(data).awaitReady("Runbooks", 1);
            var made =
                    command(
                            data,
                            "backup",
                            backup.toString(),
                            "--password-file",
                            password.toString());
            assertThat(made.await()).as(made.output()).isZero();
            assertThat(made.output()).contains("1 original files").contains("Encrypted");
            var verified =
                    command(
                            data,
                            "backup",
                            "verify",
                            backup.toString(),
                            "--password-file",
                            password.toString());
            assertThat(verified.await()).as(verified.output()).isZero();
            assertThat(verified.output()).contains("can be restored");
            var unsealed = command(data, "backup", folder + "/");
            assertThat(unsealed.await()).as(unsealed.output()).isZero();
            assertThat(unsealed.output()).contains("secret key is NOT in it");
            // While it runs, nothing is restored over it.
            var refused = command(data, "restore", backup.toString());
            assertThat(refused.await()).as(refused.output()).isEqualTo(1);
            assertThat(refused.output()).contains("in use by another running OpsLore");
        }

        var restore =
                command(
                        data,
                        "restore",
                        backup.toString(),
                        "--into",
                        restored.toString(),
                        "--password-file",
                        password.toString());
        assertThat(restore.await()).as(restore.output()).isZero();
        assertThat(restore.output()).contains("Restored as of").contains("key is the backup's");
        assertThat(restored.resolve("secret.key"))
                .hasSameTextualContentAs(data.resolve("secret.key"));
        var chain = command(restored, "audit", "verify");
        assertThat(chain.await()).as(chain.output()).isZero();
        try (var portal = TestingPortalProcess.start(restored, Map.of())) {
            assertThat(portal.url()).isNotBlank();
            TestingPortalClient.of(restored).awaitReady("Runbooks", 1);
        }
    }

    @Test
    void oneThatIsKilledHalfWayLeavesTheOldOneGood() throws Exception {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("kept/portal.opslore");
        String database = TestingDatabase.fresh();
        try (var rooms = new TestingRooms(database, data, Maintenance.PROFILE)) {
            storeMuch(rooms);
        }
        var first = new TestingCommand(database, data, "backup", backup.toString());
        assertThat(first.await()).as(first.output()).isZero();
        byte[] good = digest(backup);

        var second = new TestingCommand(database, data, "backup", backup.toString());
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> partSize(backup.getParent()) > 1 << 20);
        second.kill();

        assertThat(digest(backup)).isEqualTo(good);
        assertThat(partSize(backup.getParent())).isLessThan(Files.size(backup)).isPositive();
        var verified = new TestingCommand(database, data, "backup", "verify", backup.toString());
        assertThat(verified.await()).as(verified.output()).isZero();
        // Whatever the killed one held, the next is made.
        var third = new TestingCommand(database, data, "backup", backup.toString());
        assertThat(third.await()).as(third.output()).isZero();
    }

    @Test
    void aBucketIsAPlaceLikeAFolder() throws Exception {
        try (var s3 = TestingS3.start(Files.createDirectories(folder.resolve("s3")))) {
            s3.client().createBucket(bucket -> bucket.bucket("backups"));
            Map<String, String> environment = s3Environment(s3);
            Path data = folder.resolve("data");
            String database = TestingDatabase.fresh();
            try (var rooms = new TestingRooms(database, data, Maintenance.PROFILE)) {
                storeMuch(rooms);
            }
            var made =
                    new TestingCommand(
                            database, data, environment, "backup", "s3://backups/team/1.opslore");
            assertThat(made.await()).as(made.output()).isZero();
            var again =
                    new TestingCommand(
                            database,
                            data,
                            environment,
                            "backup",
                            "s3://backups/team/2.opslore",
                            "--incremental");
            assertThat(again.await()).as(again.output()).isZero();
            assertThat(again.output()).contains("0 original files").contains("1.opslore");

            Path restored = folder.resolve("restored");
            var restore =
                    new TestingCommand(
                            TestingDatabase.empty(),
                            restored,
                            environment,
                            "restore",
                            "s3://backups/team/2.opslore");
            assertThat(restore.await()).as(restore.output()).isZero();
            assertThat(names(restored.resolve("blobs"))).isEqualTo(names(data.resolve("blobs")));

            s3.client().deleteObject(it -> it.bucket("backups").key("team/1.opslore"));
            var verified =
                    new TestingCommand(
                            database,
                            data,
                            environment,
                            "backup",
                            "verify",
                            "s3://backups/team/2.opslore");
            assertThat(verified.await()).as(verified.output()).isEqualTo(2);
            assertThat(verified.output()).contains("s3://backups/team/1.opslore: is missing");
        }
    }

    private static TestingCommand command(Path data, String... arguments) {
        // The database is the embedded one of the folder.
        return new TestingCommand("embedded", data, Map.of(SETTINGS_PASSWORD, ""), arguments);
    }

    private static Map<String, String> s3Environment(TestingS3 s3) {
        return Map.of(
                "OPSLORE_BACKUP_S3_ENDPOINT", s3.endpoint().toString(),
                "OPSLORE_BACKUP_S3_ACCESSKEY", s3.accessKey(),
                "OPSLORE_BACKUP_S3_SECRETKEY", s3.secretKey());
    }

    private static void storeMuch(TestingRooms rooms) throws IOException {
        Asker admin = TestingAskers.with(rooms.bean(Accounts.class), Role.ADMIN);
        SpaceId space = rooms.bean(Spaces.class).create("Much", "", admin).id();
        var random = new Random(7);
        for (int i = 0; i < 12; i++) {
            byte[] bytes = new byte[4 << 20];
            random.nextBytes(bytes);
            rooms.bean(Storing.class)
                    .store(
                            new DocumentKey(space, "upload", i + ".bin"),
                            new ByteArrayInputStream(bytes),
                            "upload",
                            admin);
        }
    }

    private static long partSize(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            long size = 0;
            for (Path file : files.filter(each -> each.toString().endsWith(".part")).toList()) {
                size += Files.size(file);
            }
            return size;
        } catch (java.nio.file.NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] digest(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return io.opslore.library.Sha256.of(bytes)
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static java.util.List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
