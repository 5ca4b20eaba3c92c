package io.opslore.retrieval.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is embedded of a chunk: a stretch of its text under the names that it stands under.
 *
 * @param number counts from 0 within its chunk
 */
public record Window(int ordinal, int number, String text) {

    /** SHA-256 of the text in lower-case hex: windows with equal digests share one vector. */
    public String digest() {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
