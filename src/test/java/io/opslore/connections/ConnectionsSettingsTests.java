package io.opslore.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ConnectionsSettingsTests {

    @TempDir private Path folder;

    @Test
    void leadToNothingUnlessItIsNamed() {
        ConnectionsSettings none = settings(List.of(), List.of());

        assertUnfit("opslore.connections.sockets", () -> none.requireSocket(folder.resolve("s")));
        assertUnfit("opslore.connections.folders", () -> none.requireFolder(folder));
    }

    @Test
    void leadToNamedSocketsBySpellingAlone() {
        ConnectionsSettings one = settings(List.of(folder.resolve("s")), List.of());

        one.requireSocket(folder.resolve("s"));
        assertUnfit(
                "opslore.connections.sockets", () -> one.requireSocket(folder.resolve("x/../s")));
    }

    @Test
    void leadToNamedFoldersWhateverLinksAreBetween() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs/app"));
        Path other = Files.createDirectories(folder.resolve("logs2"));
        Files.createSymbolicLink(folder.resolve("in"), logs);
        Files.createSymbolicLink(folder.resolve("logs/out"), other);
        ConnectionsSettings one = settings(List.of(), List.of(folder.resolve("logs")));

        assertThat(one.requireFolder(logs)).isEqualTo(logs.toRealPath());
        assertThat(one.requireFolder(folder.resolve("in"))).isEqualTo(logs.toRealPath());
        for (Path outside :
                List.of(
                        other,
                        folder.resolve("logs/out"),
                        folder.resolve("logs/../logs2"),
                        folder.resolve("absent"))) {
            assertUnfit("opslore.connections.folders", () -> one.requireFolder(outside));
        }
    }

    @Test
    void areAbsolutePaths() {
        assertThatThrownBy(() -> settings(List.of(Path.of("docker.sock")), List.of()))
                .hasMessageContaining("opslore.connections.sockets");
        assertThatThrownBy(() -> settings(List.of(), List.of(Path.of("/var/../etc"))))
                .hasMessageContaining("opslore.connections.folders");
    }

    private static ConnectionsSettings settings(List<Path> sockets, List<Path> folders) {
        return new ConnectionsSettings(
                sockets, folders, DataSize.ofGigabytes(1), Duration.ofHours(24));
    }

    private static void assertUnfit(
            String setting, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(ConnectionFailed.class))
                .satisfies(failed -> assertThat(failed.suggestion()).contains(setting));
    }
}
