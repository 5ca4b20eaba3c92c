package io.opslore.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals what the database keeps secret with AES-GCM, so that a copy of the database alone tells
 * nothing. For every room that keeps some; thread-safe.
 */
@Component
public class Secrets {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeyFile key;
    private final SecureRandom random = new SecureRandom();

    Secrets(SecretKeyFile key) {
        this.key = key;
    }

    /**
     * @param purpose what it is and whose; the same text opens it again, so that a sealed secret
     *     cannot be put in another's place
     */
    public byte[] seal(String secret, String purpose) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, purpose)
                            .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    /** Throws {@link SecretUnreadable} for what another key sealed, or for another purpose. */
    public String open(byte[] sealed, String purpose) {
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE);
            byte[] secret =
                    cipher(Cipher.DECRYPT_MODE, nonce, purpose)
                            .doFinal(sealed, NONCE, sealed.length - NONCE);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SecretUnreadable(purpose, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** A secret that the portal's key does not open. */
    public static class SecretUnreadable extends RuntimeException {

        SecretUnreadable(String purpose, Exception cause) {
            super("The portal's secret key does not open the secret of " + purpose, cause);
        }
    }
}
