package io.opslore.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.connections.ConnectionCatalogue;
import io.opslore.connections.ConnectionEdit;
import io.opslore.connections.ConnectionFailed;
import io.opslore.testing.TestingLogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files of this machine. */
class FolderSyncTests extends FilesElsewhereTests {

    private Path folder;

    @Override
    TestingFeed feed(String name) {
        try {
            folder = Files.createDirectory(TestingLogs.folder().resolve(name));
            return new TestingFeed(portal, admin, name, "folder", settings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void delete(String path) {
        try {
            Files.delete(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void rename(String from, String to) {
        try {
            Files.createDirectories(folder.resolve(to).getParent());
            Files.move(folder.resolve(from), folder.resolve(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void linksAreNotLookedAtWhereverTheyLead() throws IOException {
        Path outside = Files.createTempDirectory("outside");
        Files.writeString(outside.resolve("secret.md"), "# Outside\n");
        Files.createSymbolicLink(folder.resolve("out.md"), outside.resolve("secret.md"));
        Files.createSymbolicLink(folder.resolve("out"), outside);
        Files.createSymbolicLink(folder.resolve("again"), folder.resolve("docs"));
        Files.createSymbolicLink(folder.resolve("docs/up"), folder);

        feed.add(TestingFeed.everything()).awaitRuns(1);

        assertThat(feed.paths()).hasSize(3).noneMatch(path -> path.matches("(out|again).*"));
    }

    @Test
    void aFolderThatBecomesALinkBetweenTwoReadsLeadsNowhere() throws IOException {
        Path outside = Files.createTempDirectory("outside");
        Files.writeString(outside.resolve("restore.md"), "# Outside\n");
        Snapshot.File file = new Snapshot.File("docs/restore.md", "any", 10);
        try (Snapshot snapshot = portal.getBean(Lookout.class).take(source())) {
            Files.move(folder.resolve("docs"), folder.resolve("before"));
            Files.createSymbolicLink(folder.resolve("docs"), outside);

            assertThatThrownBy(() -> snapshot.bytes(file)).isInstanceOf(ConnectionFailed.class);
        }
    }

    @Test
    void aChangeThatKeepsSizeAndTimeIsSeen() throws IOException {
        FileTime old = FileTime.fromMillis(1_700_000_000_000L);
        write("docs/version.md", "# Version 1.2\n");
        Files.setLastModifiedTime(folder.resolve("docs/version.md"), old);
        feed.add(TestingFeed.everything()).awaitRuns(1);

        write("docs/version.md", "# Version 1.3\n");
        Files.setLastModifiedTime(folder.resolve("docs/version.md"), old);
        feed.sync();

        assertThat(feed.state().last()).extracting(SyncResult::changed).isEqualTo(1);
        assertThat(revisions("docs/version.md")).hasSize(2);
    }

    @Test
    void namesThatWouldBecomeOneAreNotTaken() {
        write("docs/ restore.md", "# Another\n");
        write("docs/back\\slash.md", "# Slash\n");

        feed.add(TestingFeed.everything()).awaitRuns(1);

        assertThat(feed.state().last()).extracting(SyncResult::passedOver).isEqualTo(1);
        assertThat(revisions("docs/restore.md")).hasSize(1);
    }

    @Test
    void onlyFoldersThatTheOperatorHasNamedAreConnected() throws IOException {
        var catalogue = portal.getBean(ConnectionCatalogue.class);
        Path link = folder.resolve("etc");
        Files.createSymbolicLink(link, Path.of("/etc"));

        for (String elsewhere : List.of("/etc", link.toString(), folder + "/../..", "etc", "\0")) {
            assertThatThrownBy(() -> catalogue.test(connection(elsewhere), admin))
                    .as(elsewhere)
                    .isInstanceOf(ConnectionFailed.class);
        }
        assertThat(catalogue.test(connection(folder.toString()), admin))
                .isEqualTo("3 files, 0 KiB");
    }

    private ConnectionEdit connection(String path) {
        return new ConnectionEdit(
                feed.connection, "Files", "folder", feed.space, Map.of("folder", path));
    }

    private Map<String, String> settings() {
        return Map.of("folder", folder.toString());
    }

    private Source source() {
        return new Source(
                feed.id,
                "Files",
                "folder",
                feed.connection,
                feed.space,
                TestingFeed.everything(),
                true,
                admin);
    }
}
