package io.opslore.operations;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The folder that holds everything that must survive, locked for as long as this portal runs. The
 * lock is the operating system's, so a killed portal leaves none behind.
 */
@Component
public class DataFolder implements DisposableBean {

    private final Path path;
    private final FileChannel channel;

    DataFolder(OperationsSettings settings) throws IOException {
        path = settings.data().toAbsolutePath().normalize();
        createForOwnerAlone(path);
        channel =
                FileChannel.open(
                        path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new DataFolderInUse(path);
        }
    }

    /** The folder, absolute. */
    public Path path() {
        return path;
    }

    @Override
    public void destroy() throws IOException {
        channel.close();
    }

    /**
     * Writes a file that only its owner may read; it never exists with wider rights, not even for a
     * moment.
     */
    public void writeSecret(String name, String content) throws IOException {
        Path target = path.resolve(name);
        Path part = path.resolve(name + ".part");
        Files.deleteIfExists(part);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    part,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(part, content);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void createForOwnerAlone(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
