package io.opslore.sources;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Names moments of what has no name for them itself. */
public final class SnapshotVersion {

    private static final int BYTES = 20;

    private SnapshotVersion() {}

    /** The same for the same paths with the same bytes, in whatever order. */
    public static String of(List<Snapshot.File> files) {
        MessageDigest digest = sha256();
        files.stream()
                .sorted(Comparator.comparing(Snapshot.File::path))
                .map(file -> file.path() + "\0" + file.blob() + "\0")
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    /** The same for the same text. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for the same bytes. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
