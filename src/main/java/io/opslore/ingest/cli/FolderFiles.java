package io.opslore.ingest.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files below a folder, except hidden ones and those behind links.
 *
 * @param files by the path under which each will be known, slash-separated
 * @param unreadable folders and files that could not be looked at
 */
record FolderFiles(SortedMap<String, Path> files, List<String> unreadable) {

    static FolderFiles below(Path folder) throws IOException {
        var files = new TreeMap<String, Path>();
        var unreadable = new TreeSet<String>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path path, BasicFileAttributes attributes) {
                        return path.equals(folder) || !isHidden(path)
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile() && !isHidden(path)) {
                            files.put(name(folder, path), path);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path path, IOException fault) {
                        unreadable.add(name(folder, path));
                        return FileVisitResult.CONTINUE;
                    }
                });
        return new FolderFiles(files, List.copyOf(unreadable));
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    private static String name(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }
}
