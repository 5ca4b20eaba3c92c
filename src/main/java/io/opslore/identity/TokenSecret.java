package io.opslore.identity;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token in two parts: by the first it is found, by the second it is proven. The secret is 256
 * random bits, so that a fast digest of it is as good as a slow one.
 */
record TokenSecret(String id, String secret) {

    private static final Pattern WHOLE =
            Pattern.compile("opslore_([0-9a-f]{16})_([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenSecret random() {
        return new TokenSecret(
                HexFormat.of().formatHex(bytes(8)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32)));
    }

    /** Empty for what cannot be one. */
    static Optional<TokenSecret> parse(String presented) {
        Matcher parts = WHOLE.matcher(presented);
        return parts.matches()
                ? Optional.of(new TokenSecret(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    /** Recognisable, so that it is found where it should not be. */
    String whole() {
        return "opslore_" + id + "_" + secret;
    }

    byte[] hash() {
        return Digests.sha256(secret);
    }

    /** In the same time for every wrong secret. */
    boolean matches(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    @Override
    public String toString() {
        return "TokenSecret[" + id + "]";
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
