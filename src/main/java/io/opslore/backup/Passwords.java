package io.opslore.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Passwords of backups, which stand in files. */
public final class Passwords {

    private static final int SHORTEST = 12;

    private Passwords() {}

    /**
     * What the file holds, without line ends; null where none is named.
     *
     * @throws IOException with what is wrong with it
     */
    public static @Nullable String in(String file) throws IOException {
        if (file.isBlank()) {
            return null;
        }
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            throw new IOException("The password's file cannot be read: " + path);
        }
        String password = Files.readString(path).stripTrailing();
        if (password.length() < SHORTEST) {
            throw new IOException(
                    "The password in %s is shorter than %d characters".formatted(path, SHORTEST));
        }
        return password;
    }
}
