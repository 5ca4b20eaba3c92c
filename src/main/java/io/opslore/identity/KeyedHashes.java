package io.opslore.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Hashes under the portal's secret key (HMAC-SHA-256): equal texts are known to be equal, and
 * nobody without the key can guess at them. Thread-safe.
 */
@Component
public class KeyedHashes {

    private static final String MAC = "HmacSHA256";

    private final Supplier<byte[]> key;

    @Autowired
    KeyedHashes(SecretKeyFile key) {
        this(key::bytes);
    }

    KeyedHashes(Supplier<byte[]> key) {
        this.key = key;
    }

    /**
     * @param purpose what it is for and where; equal texts of two purposes have nothing in common
     * @return 32 bytes
     */
    public byte[] of(String purpose, String text) {
        return mac(mac(key.get(), purpose), text);
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(MAC + " is missing", e);
        }
    }
}
