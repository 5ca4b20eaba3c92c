package io.opslore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.DocumentKey;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.library.Storing;
import io.opslore.schedules.Cadence;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingRooms;
import io.opslore.testing.TestingS3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Backups by the clock: made, those that have had their time deleted, the newest verified. */
class BackupJobsTests {

    @TempDir private Path folder;
    private final String database = TestingDatabase.fresh();

    @Test
    void inABucketTheNewestStayWithWhatTheyBuildOn() throws IOException {
        try (var s3 = TestingS3.start(Files.createDirectories(folder.resolve("s3")));
                S3Client client = s3.client()) {
            String bucket = s3.bucket();
            String place = "s3://" + bucket + "/team/";
            try (var rooms = rooms(settings(s3, place))) {
                Asker admin = TestingAskers.with(rooms.bean(Accounts.class), Role.ADMIN);
                SpaceId space = rooms.bean(Spaces.class).create("Kept", "", admin).id();
                client.putObject(
                        put -> put.bucket(bucket).key("team/notes.txt"),
                        RequestBody.fromString("theirs"));
                store(rooms, space, admin);
                make(rooms, place + "1-full.opslore", false, admin);
                make(rooms, place + "2-full.opslore", false, admin);
                store(rooms, space, admin);
                make(rooms, place + "3-more.opslore", true, admin);

                nextSecond();
                rooms.bean(BackupJob.class).run();

                // Two stay: what the job has made, and the third, with the second that it needs.
                List<String> names =
                        rooms.bean(Backups.class).list(admin).stream().map(Backup::name).toList();
                assertThat(names)
                        .hasSize(3)
                        .endsWith("3-more.opslore", "2-full.opslore")
                        .doesNotContain("1-full.opslore");
                assertThat(rooms.bean(BackupRows.class).in(place))
                        .extracting(Remembered::name)
                        .containsExactlyInAnyOrderElementsOf(names);
                assertThat(client.listObjectsV2(list -> list.bucket(bucket)).contents())
                        .anyMatch(object -> object.key().equals("team/notes.txt"));

                rooms.bean(BackupVerifyJob.class).run();
                assertThat(rooms.bean(Backups.class).list(admin).getFirst().known())
                        .satisfies(known -> assertThat(known.verifiedAt()).isNotNull());
            }
        }
    }

    @Test
    void theVerifyJobFailsWithTheFaultOfTheNewest() throws IOException {
        Path place = folder.resolve("kept");
        try (var rooms = rooms(Map.of("opslore.backup.target", place + "/"))) {
            var verify = rooms.bean(BackupVerifyJob.class);
            assertThatThrownBy(verify::run).hasMessageContaining("There is no backup yet");

            rooms.bean(BackupJob.class).run();
            verify.run();
            Path backup = onlyFile(place);
            byte[] bytes = Files.readAllBytes(backup);
            Files.write(backup, java.util.Arrays.copyOf(bytes, bytes.length - 30));

            assertThatThrownBy(verify::run)
                    .isInstanceOf(BackupFailed.class)
                    .hasMessageContaining(backup.toString());
        }
    }

    @Test
    void withoutAPlaceNothingIsMadeByTheClock() {
        try (var rooms = rooms(Map.of())) {
            var make = rooms.bean(BackupJob.class);
            var verify = rooms.bean(BackupVerifyJob.class);
            assertThat(make.cadence()).isEqualTo(Cadence.NEVER);
            assertThat(verify.cadence()).isEqualTo(Cadence.NEVER);
            assertThatThrownBy(make::run).hasMessageContaining("opslore.backup.target");
            assertThatThrownBy(verify::run).hasMessageContaining("opslore.backup.target");
        }
    }

    private TestingRooms rooms(Map<String, Object> settings) {
        return TestingBackup.rooms(database, folder.resolve("data"), settings);
    }

    private static Map<String, Object> settings(TestingS3 s3, String place) {
        return Map.of(
                "opslore.backup.target", place,
                "opslore.backup.keep", 2,
                "opslore.backup.s3.endpoint", s3.endpoint().toString(),
                "opslore.backup.s3.access-key", s3.accessKey(),
                "opslore.backup.s3.secret-key", s3.secretKey());
    }

    private static void make(TestingRooms rooms, String target, boolean incremental, Asker admin) {
        // A bucket tells when it got something by the second.
        nextSecond();
        rooms.bean(Backups.class)
                .make(new BackupRequest(target, incremental, "", false), Progress.NONE, admin);
    }

    private static void nextSecond() {
        long now = Instant.now().getEpochSecond();
        Awaitility.await().until(() -> Instant.now().getEpochSecond() > now);
    }

    private static void store(TestingRooms rooms, SpaceId space, Asker admin) throws IOException {
        String text = "Text " + UUID.randomUUID();
        rooms.bean(Storing.class)
                .store(
                        new DocumentKey(space, "upload", UUID.randomUUID() + ".md"),
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        "upload",
                        admin);
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }
}
