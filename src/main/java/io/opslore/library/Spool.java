package io.opslore.library;

import io.opslore.library.Blobs.Blob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;

/** Where bytes wait, as files of one folder, until their address is known. Thread-safe. */
public final class Spool {

    private final Path folder;

    public Spool(Path folder) {
        this.folder = folder;
    }

    /** Reads to the end; the bytes are on disk when it returns. Does not close the stream. */
    public Spooled take(InputStream bytes) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "incoming-", ".part");
        try {
            var digest = new DigestInputStream(bytes, Sha256.digest());
            long size = Files.copy(digest, file, StandardCopyOption.REPLACE_EXISTING);
            // On disk before it gets its name: a name that exists is a promise that the bytes do.
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return new Spooled(new Blob(Sha256.text(digest.getMessageDigest()), size), file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Whether it is still there or not. */
    public void drop(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Bytes that have arrived. */
    public record Spooled(Blob blob, Path file) {}
}
