package io.opslore.connections.folder;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the plain files below a folder. For one use. */
final class FolderWalk extends SimpleFileVisitor<Path> {

    private static final int MOST_ENTRIES = 200_000;

    private final Path root;
    private final Map<String, FolderFile> files = new LinkedHashMap<>();
    private int entries;

    FolderWalk(Path root) {
        this.root = root;
    }

    List<FolderFile> files() {
        return files.values().stream().sorted(Comparator.comparing(FolderFile::path)).toList();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        count();
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        count();
        if (attributes.isRegularFile()) {
            // Names that are no text may look like one another.
            String path = root.relativize(file).toString().replace(File.separatorChar, '/');
            files.putIfAbsent(path, found(path, file, attributes));
        }
        return FileVisitResult.CONTINUE;
    }

    private static FolderFile found(String path, Path file, BasicFileAttributes attributes)
            throws IOException {
        return new FolderFile(
                path,
                attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                mark(file, attributes));
    }

    /**
     * What vanished meanwhile is not there; a folder that cannot be looked into is no empty one.
     */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw failure;
        }
        return FileVisitResult.CONTINUE;
    }

    private void count() {
        entries++;
        if (entries > MOST_ENTRIES) {
            throw new ConnectionFailed(
                    Reason.TOO_WIDE,
                    "There are more than " + MOST_ENTRIES + " files and folders.",
                    "Connect a folder further down.");
        }
    }

    /** Nobody can set the time of change, and no two files have the same key. */
    private static String mark(Path file, BasicFileAttributes attributes) throws IOException {
        boolean knows = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        Object changed =
                knows
                        ? Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS)
                        : attributes.lastModifiedTime();
        return "%s %s %s %d"
                .formatted(
                        attributes.fileKey(),
                        changed,
                        attributes.lastModifiedTime(),
                        attributes.size());
    }
}
