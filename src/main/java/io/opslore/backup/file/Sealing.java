package io.opslore.backup.file;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import io.opslore.library.Sha256;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.SCrypt;
import org.jspecify.annotations.Nullable;

/**
 * Seals a backup with a password: scrypt makes the key, and Tink's streaming AES-256-GCM (HKDF, 1
 * MB pieces, each with its number and whether it is the last) the rest, so that whatever is
 * changed, cut off or put in another order is found out.
 */
public final class Sealing {

    private static final byte[] MAGIC = "OPSLOREB".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int SALT = 16;
    private static final int CHECK = 16;
    private static final int SUM = 8;
    private static final int HEADER = MAGIC.length + 1 + SALT + CHECK + SUM;

    private static final int SCRYPT_COST = 1 << 17;
    private static final int SCRYPT_BLOCK = 8;
    private static final int KEY = 32;
    private static final int PIECE = 1 << 20;

    private Sealing() {}

    /** What is written to it is sealed; closing ends the last piece and closes what is behind. */
    public static OutputStream seal(OutputStream out, String password) throws IOException {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] made = derive(password, salt);
        byte[] header = header(salt, Arrays.copyOfRange(made, KEY, KEY + CHECK));
        out.write(header);
        try {
            return new BufferedOutputStream(cipher(made).newEncryptingStream(out, header), PIECE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    /**
     * Whether sealed or not, what is inside. Throws {@link Unreadable} for a password that is
     * missing or another one, and {@link Damaged} for a front that is not whole.
     */
    public static InputStream open(InputStream in, @Nullable String password) throws IOException {
        byte[] front = in.readNBytes(MAGIC.length);
        var whole = new SequenceInputStream(new ByteArrayInputStream(front), in);
        if (!Arrays.equals(front, MAGIC)) {
            return whole;
        }
        byte[] header = whole.readNBytes(HEADER);
        requireWhole(header);
        if (password == null) {
            throw new Unreadable("The backup is encrypted: name the file with its password");
        }
        byte[] salt = Arrays.copyOfRange(header, MAGIC.length + 1, MAGIC.length + 1 + SALT);
        byte[] made = derive(password, salt);
        byte[] check = Arrays.copyOfRange(made, KEY, KEY + CHECK);
        if (!MessageDigest.isEqual(header(salt, check), header)) {
            throw new Unreadable("The password is not the one that the backup was encrypted with");
        }
        try {
            return cipher(made).newDecryptingStream(in, header);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    /** Whether a file that begins so is sealed. */
    public static boolean isSealed(byte[] front) {
        return front.length >= MAGIC.length
                && Arrays.equals(Arrays.copyOf(front, MAGIC.length), MAGIC);
    }

    private static void requireWhole(byte[] header) throws IOException {
        boolean whole =
                header.length == HEADER
                        && Arrays.equals(
                                sum(header), Arrays.copyOfRange(header, HEADER - SUM, HEADER));
        if (!whole) {
            throw new Damaged("its front", "is not whole");
        }
        if (header[MAGIC.length] != VERSION) {
            throw new Unreadable("The backup was encrypted by a newer OpsLore, in another way");
        }
    }

    private static byte[] header(byte[] salt, byte[] check) {
        byte[] header =
                ByteBuffer.allocate(HEADER).put(MAGIC).put(VERSION).put(salt).put(check).array();
        System.arraycopy(sum(header), 0, header, HEADER - SUM, SUM);
        return header;
    }

    /** Tells a damaged front from a wrong password. */
    private static byte[] sum(byte[] header) {
        MessageDigest digest = Sha256.digest();
        digest.update(header, 0, HEADER - SUM);
        return Arrays.copyOf(digest.digest(), SUM);
    }

    private static byte[] derive(String password, byte[] salt) {
        return SCrypt.generate(
                password.getBytes(StandardCharsets.UTF_8),
                salt,
                SCRYPT_COST,
                SCRYPT_BLOCK,
                1,
                KEY + CHECK);
    }

    private static AesGcmHkdfStreaming cipher(byte[] made) {
        try {
            return new AesGcmHkdfStreaming(Arrays.copyOf(made, KEY), "HmacSha256", KEY, PIECE, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }
}
