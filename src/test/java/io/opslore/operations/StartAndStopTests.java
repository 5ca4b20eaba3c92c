package io.opslore.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.testing.TestingPortalProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database and the data folder through starts, stops and kills of a real process. */
class StartAndStopTests {

    @TempDir Path data;

    @Test
    void aKilledPortalStartsAgainAndACtrlCLeavesNothingRunning() throws IOException {
        var first = TestingPortalProcess.start(data, Map.of());
        assertThat(first.oneTimePassword()).hasSize(20);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("portal.json"))))
                .isEqualTo("rw-------");
        ProcessHandle orphan = postmaster().orElseThrow();
        first.kill();
        assertThat(orphan.isAlive()).isTrue();

        var second = TestingPortalProcess.start(data, Map.of());
        assertThat(orphan.isAlive()).isFalse();
        assertThat(second.output())
                .contains("Ending the PostgreSQL that a killed portal left behind");

        assertThatThrownBy(() -> TestingPortalProcess.start(data, Map.of()))
                .hasMessageContaining("is in use by another running OpsLore")
                .hasMessageContaining("OPSLORE_DATA");

        ProcessHandle running = postmaster().orElseThrow();
        second.interrupt();
        assertThat(running.onExit()).succeedsWithin(Duration.ofSeconds(20));
        assertThat(data.resolve("portal.json")).doesNotExist();
        assertThat(Files.readString(data.resolve("logs/opslore.json")))
                .doesNotContain(second.oneTimePassword());
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip()));
    }
}
