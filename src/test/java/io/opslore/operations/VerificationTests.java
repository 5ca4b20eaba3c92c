package io.opslore.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.Intake;
import io.opslore.library.Difference;
import io.opslore.library.Difference.Kind;
import io.opslore.library.Maintenance;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
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
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Stores that were spoilt while the portal was down. */
class VerificationTests {

    private static final List<String> PATHS =
            List.of("a.md", "b.md", "c.md", "d.md", "e.md", "f.md", "g.md");

    private static final String UNUSED = "ab".repeat(32);

    @TempDir private Path data;
    private final String database = TestingDatabase.fresh();
    private Asker admin;
    private SpaceId space;

    @Test
    void everyDifferenceIsNamedAndWhatCanBeDerivedIsRepaired() throws Exception {
        try (var portal = new TestingRooms(database, data)) {
            admin = TestingAskers.with(portal.bean(Accounts.class), Role.ADMIN);
            space = portal.bean(Spaces.class).create("Spoilt", "", admin).id();
            for (String path : PATHS) {
                accept(portal, path);
            }
            awaitReady(portal);
            assertThat(verify(portal, true).differences()).isEmpty();
        }

        try (var portal = new TestingRooms(database, data, Maintenance.PROFILE)) {
            spoil(portal.bean(JdbcClient.class));
            assertThat(verify(portal, false).differences())
                    .extracting(Difference::kind)
                    .doesNotContain(Kind.ORIGINAL_DAMAGED);
            VerificationReport found = verify(portal, true);
            assertThat(found.differences())
                    .extracting(Difference::kind)
                    .contains(
                            Kind.ORIGINAL_MISSING,
                            Kind.ORIGINAL_DAMAGED,
                            Kind.ORIGINAL_UNUSED,
                            Kind.WORK_LOST,
                            Kind.TEXT_MISSING,
                            Kind.CHUNKS_MISSING,
                            Kind.VECTORS_MISSING,
                            Kind.REVISION_FOREIGN);
            assertThat(subject(found, Kind.ORIGINAL_MISSING)).isEqualTo("a.md, revision 1");
            assertThat(subject(found, Kind.ORIGINAL_DAMAGED)).isEqualTo("b.md, revision 1");
            assertThat(subject(found, Kind.ORIGINAL_UNUSED)).isEqualTo(UNUSED);
            assertThat(subject(found, Kind.WORK_LOST)).isEqualTo("c.md, revision 1");
            assertThat(subject(found, Kind.TEXT_MISSING)).isEqualTo("d.md, revision 1");
            assertThat(subject(found, Kind.REVISION_FOREIGN)).isEqualTo("g.md");

            VerificationReport left =
                    portal.bean(Verification.class).repair(found, share -> {}, admin);
            assertThat(left.differences())
                    .as(left.toString())
                    .extracting(Difference::kind)
                    .containsExactlyInAnyOrder(Kind.ORIGINAL_MISSING, Kind.ORIGINAL_DAMAGED);
            assertThat(blob(UNUSED)).doesNotExist();
        }

        FileSystemUtils.deleteRecursively(data.resolve("index"));
        try (var portal = new TestingRooms(database, data, Maintenance.PROFILE)) {
            VerificationReport found = verify(portal, true);
            assertThat(found.differences())
                    .extracting(Difference::kind)
                    .contains(Kind.INDEX_MISSING);
            assertThat(
                            portal.bean(Verification.class)
                                    .repair(found, share -> {}, admin)
                                    .repairable())
                    .isZero();
        }

        try (var portal = new TestingRooms(database, data)) {
            awaitReady(portal);
            assertThat(verify(portal, true).repairable()).isZero();
        }
    }

    @Test
    void isForAdminsAlone() {
        try (var portal = new TestingRooms(database, data, Maintenance.PROFILE)) {
            Asker reader = TestingAskers.with(portal.bean(Accounts.class), Role.CONTRIBUTOR);
            assertThatThrownBy(() ->
                            portal.bean(Verification.class).verify(false, share -> {}, reader))
                    .isInstanceOf(NotAllowed.class);
        }
    }

    private void spoil(JdbcClient database) throws IOException {
        Files.delete(blob(sha256(database, "a.md")));
        Path damaged = blob(sha256(database, "b.md"));
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[0]++;
        Files.write(damaged, bytes);
        Files.createDirectories(blob(UNUSED).getParent());
        Files.writeString(blob(UNUSED), "whose?");
        change(database, "delete from ingest_state where revision_id = ", "c.md");
        change(database, "delete from revision_text where revision_id = ", "d.md");
        change(database, "delete from indexed_revision where revision_id = ", "e.md");
        database.sql(
                        """
                        delete from window_vector where digest in (
                            select w.digest from chunk_window w
                            join document d on d.current_revision_id = w.revision_id
                            where d.path = 'f.md')
                        """)
                .update();
        database.sql("update document set newest_revision_id = ? where path = 'g.md'")
                .param(UUID.randomUUID())
                .update();
    }

    private static void change(JdbcClient database, String what, String path) {
        database.sql(what + "(select current_revision_id from document where path = ?)")
                .param(path)
                .update();
    }

    private static String sha256(JdbcClient database, String path) {
        return database.sql(
                        """
                        select r.sha256 from revision r join document d on d.id = r.document_id
                        where d.path = ?
                        """)
                .param(path)
                .query(String.class)
                .single();
    }

    private Path blob(String sha256) {
        return data.resolve("blobs").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static String subject(VerificationReport report, Kind kind) {
        return report.differences().stream()
                .filter(difference -> difference.kind() == kind)
                .map(Difference::subject)
                .findFirst()
                .orElseThrow();
    }

    private VerificationReport verify(TestingRooms portal, boolean everyByte)
            throws InterruptedException {
        return portal.bean(Verification.class).verify(everyByte, share -> {}, admin);
    }

    private void accept(TestingRooms portal, String path) throws IOException {
        byte[] text =
                "# Runbook %s\n\nRestart the service %s and look at its log.\n"
                        .formatted(path, path)
                        .getBytes(StandardCharsets.UTF_8);
        portal.bean(Intake.class).accept(space, path, new ByteArrayInputStream(text), admin);
    }

    private void awaitReady(TestingRooms portal) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        portal.bean(IngestFeed.class).states(space, admin).stream()
                                        .filter(one -> one.state() instanceof IngestState.Ready)
                                        .count()
                                == PATHS.size());
    }
}
