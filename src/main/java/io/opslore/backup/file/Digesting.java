package io.opslore.backup.file;

import io.opslore.library.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Hashes and counts what goes through. Closing does not close what is behind it. */
public final class Digesting extends FilterOutputStream {

    private final MessageDigest digest = Sha256.digest();
    private long bytes;

    public Digesting(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        out.write(one);
        digest.update((byte) one);
        bytes++;
    }

    @Override
    public void write(byte[] many, int from, int length) throws IOException {
        out.write(many, from, length);
        digest.update(many, from, length);
        bytes += length;
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    public long bytes() {
        return bytes;
    }

    /** Ends it. */
    public String sha256() {
        return Sha256.text(digest);
    }
}
