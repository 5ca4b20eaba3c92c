package io.opslore.ingest.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what was read, and can be told how much more may be read. */
final class CountedStream extends FilterInputStream {

    private long count;
    private long allowed = Long.MAX_VALUE;

    CountedStream(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    /** From now on. */
    void allow(long bytes) {
        allowed = bytes;
    }

    void allowAll() {
        allowed = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length > 0 && allowed <= 0) {
            throw new IOException("a header that does not end");
        }
        int got = in.read(buffer, offset, (int) Math.min(length, allowed));
        if (got > 0) {
            count += got;
            allowed -= got;
        }
        return got;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long left = wanted;
        byte[] buffer = new byte[8192];
        while (left > 0) {
            int got = read(buffer, 0, (int) Math.min(left, buffer.length));
            if (got < 0) {
                break;
            }
            left -= got;
        }
        return wanted - left;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
