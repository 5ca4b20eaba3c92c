package io.opslore.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The portal's secret key: from the setting, or from a file that its owner alone may read.
 * Thread-safe.
 */
@Component
class SecretKeyFile {

    private static final int BYTES = 32;

    private final SecretSettings settings;
    private byte @Nullable [] key;

    SecretKeyFile(SecretSettings settings) {
        this.settings = settings;
    }

    /** Read, or made, when it is first needed. */
    synchronized byte[] bytes() {
        if (key == null) {
            String given = settings.secretKey();
            key = decoded(given == null || given.isBlank() ? fromFile() : given);
        }
        return key;
    }

    private byte[] decoded(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length != BYTES) {
            throw new IllegalStateException(
                    "The secret key in %s must be 32 bytes in base64"
                            .formatted(settings.keyFile()));
        }
        return bytes;
    }

    private String fromFile() {
        try {
            if (!Files.exists(settings.keyFile())) {
                make(settings.keyFile());
            }
            return Files.readString(settings.keyFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The secret key cannot be read or made", e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        write(file, Base64.getEncoder().encodeToString(random));
    }

    /** Whole or not at all, and never over one that is there. */
    static void write(Path file, String base64) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, "secret", ".key", ownerOnly(folder));
        Files.writeString(written, base64, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            // Another portal may have made one just now.
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            Set.copyOf(PosixFilePermissions.fromString("rw-------")))
                }
                : new FileAttribute<?>[0];
    }
}
