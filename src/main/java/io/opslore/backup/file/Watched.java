package io.opslore.backup.file;

import io.opslore.library.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;

/** The bytes of one entry: hashed, counted, and named if they cannot be read. */
final class Watched extends FilterInputStream {

    private final MessageDigest digest = Sha256.digest();
    private final String entry;
    private long count;

    Watched(InputStream in, String entry) {
        super(in);
        this.entry = entry;
    }

    static IOException damaged(String entry, Exception cause) {
        return cause instanceof Damaged damaged
                ? new Damaged(entry, String.valueOf(damaged.getMessage()), cause)
                : new Damaged(entry, "cannot be read: " + cause.getMessage(), cause);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] many, int from, int length) throws IOException {
        try {
            int read = in.read(many, from, length);
            if (read > 0) {
                digest.update(many, from, read);
                count += read;
            }
            return read;
        } catch (IOException e) {
            throw damaged(entry, e);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads what nobody has read. */
    void drain() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }

    long count() {
        return count;
    }

    String sha256() {
        return Sha256.text(digest);
    }

    /** What comes behind it stays readable. */
    @Override
    public void close() {}
}
