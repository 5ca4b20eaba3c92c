package io.opslore.connections.folder;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * The files of one folder, and of those in it. They are only read; links are not looked at, whether
 * they lead out of it or not. Thread-safe.
 */
public final class Folder {

    private static final Set<OpenOption> READ =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path root;

    Folder(Path root) {
        this.root = root;
    }

    /**
     * By path.
     *
     * @throws ConnectionFailed where the folder cannot be read, or holds more than is followed
     */
    public List<FolderFile> files() {
        try {
            var walk = new FolderWalk(root);
            Files.walkFileTree(root, walk);
            return walk.files();
        } catch (IOException e) {
            throw new ConnectionFailed(
                    Reason.DOWN,
                    "The folder cannot be read.",
                    "Ask whoever runs the portal whether it may read that folder.",
                    e);
        }
    }

    /**
     * The beginning of a file. Should a folder on the way to it have become a link, that is not
     * followed either.
     *
     * @param path as {@link #files} tells it
     * @throws IOException also where it is gone
     */
    public byte[] read(String path, int most) throws IOException {
        try (SeekableByteChannel channel = open(root.relativize(root.resolve(path).normalize()));
                InputStream bytes = Channels.newInputStream(channel)) {
            return bytes.readNBytes(most);
        } catch (InvalidPathException e) {
            throw new IOException("No file can be called that", e);
        }
    }

    private SeekableByteChannel open(Path name) throws IOException {
        if (name.startsWith("..") || name.isAbsolute()) {
            throw new IOException("It is not below the folder");
        }
        try (DirectoryStream<Path> top = Files.newDirectoryStream(root)) {
            if (top instanceof SecureDirectoryStream<Path> held) {
                return below(held, name);
            }
            Path file = root.resolve(name);
            if (!file.toRealPath().equals(file)) {
                throw new IOException("A link is on the way to it");
            }
            return Files.newByteChannel(file, READ);
        }
    }

    /** From folder to folder by what is held open, so that nobody can put a link between. */
    private static SeekableByteChannel below(SecureDirectoryStream<Path> folder, Path name)
            throws IOException {
        if (name.getNameCount() == 1) {
            return folder.newByteChannel(name, READ);
        }
        Path first = name.getName(0);
        try (SecureDirectoryStream<Path> next =
                folder.newDirectoryStream(first, LinkOption.NOFOLLOW_LINKS)) {
            return below(next, name.subpath(1, name.getNameCount()));
        }
    }
}
