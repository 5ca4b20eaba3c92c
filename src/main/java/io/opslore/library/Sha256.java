package io.opslore.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The addresses of blobs: SHA-256 in lower-case hex. */
public final class Sha256 {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    public static boolean isOne(String text) {
        return HASH.matcher(text).matches();
    }

    /** Throws {@link IllegalArgumentException} unless it is one. */
    public static void require(String text) {
        if (!isOne(text)) {
            throw new IllegalArgumentException("Not a SHA-256: " + text);
        }
    }

    /** Reads the stream to its end and does not close it. */
    public static String of(InputStream bytes) throws IOException {
        var digest = new DigestInputStream(bytes, digest());
        digest.transferTo(OutputStream.nullOutputStream());
        return text(digest.getMessageDigest());
    }

    /** Of the text's UTF-8. */
    public static String of(String text) {
        MessageDigest digest = digest();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return text(digest);
    }

    /** For bytes that come bit by bit; {@link #text} ends it. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    /** The address of what was put in. */
    public static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
