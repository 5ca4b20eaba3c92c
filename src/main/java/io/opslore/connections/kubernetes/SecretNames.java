package io.opslore.connections.kubernetes;

import io.opslore.identity.KeyedHashes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What is told of a secret: that it is one, how long, and whether two are the same. */
final class SecretNames {

    static final String WORDS =
            "(?i:passw|passphrase|pwd|secret|token|api[_-]?key|private[_-]?key|credential|access[_-]?key)";

    private static final Pattern TELLING = Pattern.compile(WORDS);

    /** It is about a secret, and none. */
    private static final Pattern ABOUT =
            Pattern.compile(
                    ".*[_.-](file|path|dir|name|ttl|expiry|expiration|seconds|enabled|issuer|type|length)");

    private static final Pattern PLAIN =
            Pattern.compile("|true|false|\\d{1,4}|/[\\w./-]+|\\$[({][\\w.]+[)}]|«.*»");

    private final KeyedHashes hashes;
    private final String purpose;

    /**
     * @param scope within which equal secrets look equal
     */
    SecretNames(KeyedHashes hashes, String scope) {
        this.hashes = hashes;
        this.purpose = "kubernetes secret in " + scope;
    }

    /** Whether what bears the name is a secret, whatever it looks like. */
    boolean tells(String name) {
        return TELLING.matcher(name).find()
                && !ABOUT.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    boolean spared(String value) {
        return PLAIN.matcher(value).matches();
    }

    String hidden(String value) {
        return "«secret:env#" + hash(value).substring(0, 6) + "»";
    }

    Map<String, Object> described(String key, String value, boolean encoded) {
        byte[] bytes = encoded ? decoded(value) : value.getBytes(StandardCharsets.UTF_8);
        String hash = hash(new String(bytes, StandardCharsets.ISO_8859_1));
        return Map.of("key", key, "bytes", bytes.length, "hash", hash);
    }

    private static byte[] decoded(String value) {
        try {
            return Base64.getMimeDecoder().decode(value);
        } catch (IllegalArgumentException notEncoded) {
            return value.getBytes(StandardCharsets.UTF_8);
        }
    }

    private String hash(String value) {
        return HexFormat.of().formatHex(hashes.of(purpose, value), 0, 4);
    }
}
