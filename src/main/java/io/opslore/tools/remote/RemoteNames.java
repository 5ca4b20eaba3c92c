package io.opslore.tools.remote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * Gives strangers' tools names that every client takes: {@code <connection>_<tool>}, with a short
 * mark behind where that is too long, has other letters, or is another tool's name. Not
 * thread-safe.
 */
final class RemoteNames {

    private static final int LONGEST = 64;
    private static final int MARK = 6;

    private final Set<String> taken = new HashSet<>();

    /** Another one each time. */
    String of(String connection, String tool) {
        String wanted = connection.replace('-', '_') + "_" + tool;
        String plain = wanted.replaceAll("[^a-zA-Z0-9_-]", "_");
        boolean fits = plain.equals(wanted) && plain.length() <= LONGEST;
        if (fits && taken.add(plain)) {
            return plain;
        }
        String marked =
                plain.substring(0, Math.min(plain.length(), LONGEST - MARK - 1))
                        + "_"
                        + mark(connection + "\n" + tool);
        taken.add(marked);
        return marked;
    }

    private static String mark(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, MARK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
