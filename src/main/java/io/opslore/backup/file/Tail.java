package io.opslore.backup.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Remembers the last bytes that went through, to know whether it was the end of an archive. */
final class Tail extends FilterInputStream {

    /** How a ZIP archive without a comment ends. */
    private static final byte[] END = {'P', 'K', 5, 6};

    private static final int LENGTH = 22;

    private byte[] last = new byte[0];

    Tail(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] many, int from, int length) throws IOException {
        int read = in.read(many, from, length);
        if (read >= LENGTH) {
            last = Arrays.copyOfRange(many, from + read - LENGTH, from + read);
        } else if (read > 0) {
            byte[] joined = Arrays.copyOf(last, last.length + read);
            System.arraycopy(many, from, joined, last.length, read);
            last = Arrays.copyOfRange(joined, Math.max(0, joined.length - LENGTH), joined.length);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads to the end. Throws {@link Damaged} if that is not where the archive ends. */
    void requireEnd() throws IOException {
        try {
            transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw Watched.damaged("its end", e);
        }
        if (last.length < LENGTH || !Arrays.equals(Arrays.copyOf(last, END.length), END)) {
            throw new Damaged("its end", "the file is cut off");
        }
    }
}
