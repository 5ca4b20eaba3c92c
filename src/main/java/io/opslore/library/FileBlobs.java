package io.opslore.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Blobs as files below one folder, in 256 sub-folders by the first two digits of the hash. */
@Component
class FileBlobs implements Blobs {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path root;

    FileBlobs(LibrarySettings settings) {
        root = settings.blobs();
    }

    @Override
    public Incoming receive(InputStream bytes) throws IOException {
        Files.createDirectories(root);
        Path incoming = Files.createTempFile(root, "incoming-", ".part");
        try {
            var digest = new DigestInputStream(bytes, sha256());
            long size = Files.copy(digest, incoming, StandardCopyOption.REPLACE_EXISTING);
            // On disk before it gets its name: a name that exists is a promise that the bytes do.
            try (FileChannel channel = FileChannel.open(incoming, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            String hash = HexFormat.of().formatHex(digest.getMessageDigest().digest());
            return new IncomingFile(new Blob(hash, size), incoming, file(hash));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(incoming);
            throw e;
        }
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
        try (Stream<Path> files = Files.walk(root, 2)) {
            List<Held> held = new ArrayList<>();
            for (Path file : files.filter(FileBlobs::isBlob).toList()) {
                held.add(new Held(file.getFileName().toString(), Files.size(file)));
            }
            return held;
        }
    }

    @Override
    public void delete(String sha256) throws IOException {
        Files.deleteIfExists(file(sha256));
    }

    private static boolean isBlob(Path file) {
        return HASH.matcher(file.getFileName().toString()).matches();
    }

    private Path file(String sha256) {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256: " + sha256);
        }
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
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
