package io.opslore.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Blobs as files below one folder, in 256 sub-folders by the first two digits of the hash. */
class FileBlobs implements Blobs {

    private final Path root;
    private final Spool spool;

    /**
     * @param root the folder; made when it is first needed
     */
    FileBlobs(Path root) {
        this.root = root;
        // In the same folder, because what is renamed must not be copied.
        spool = new Spool(root);
    }

    @Override
    public Incoming receive(InputStream bytes) throws IOException {
        Spool.Spooled spooled = spool.take(bytes);
        return new IncomingFile(spooled.blob(), spooled.file(), file(spooled.blob().sha256()));
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(file(sha256));
    }

    @Override
    public List<Held> held() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<Held> held = new ArrayList<>();
        Files.walkFileTree(root, Set.of(), 2, new Collecting(held));
        return held;
    }

    @Override
    public void delete(String sha256) throws IOException {
        Files.deleteIfExists(file(sha256));
    }

    private static boolean isBlob(Path file) {
        return Sha256.isOne(file.getFileName().toString());
    }

    private Path file(String sha256) {
        Sha256.require(sha256);
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Files come and go while the folder is walked: what is on its way in is renamed. */
    private static final class Collecting extends SimpleFileVisitor<Path> {

        private final List<Held> held;

        Collecting(List<Held> held) {
            this.held = held;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isBlob(file)) {
                held.add(new Held(file.getFileName().toString(), attributes.size()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }

    private record IncomingFile(Blob blob, Path incoming, Path target) implements Incoming {

        @Override
        public void store() throws IOException {
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(incoming);
        }
    }
}
