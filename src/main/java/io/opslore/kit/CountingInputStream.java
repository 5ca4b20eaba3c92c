package io.opslore.kit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are read or skipped, and tells of them as they pass. */
public final class CountingInputStream extends FilterInputStream {

    private final Watcher watcher;
    private long count;

    public CountingInputStream(InputStream in, Watcher watcher) {
        super(in);
        this.watcher = watcher;
    }

    /** Who is told; what it throws ends the reading. */
    @FunctionalInterface
    public interface Watcher {

        /**
         * @param more bytes that have just come, at least one
         * @param count of all so far
         */
        void passed(int more, long count) throws IOException;
    }

    /** Bytes so far. */
    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = in.read(buffer, offset, length);
        if (got > 0) {
            count += got;
            watcher.passed(got, count);
        }
        return got;
    }

    /** What is skipped passes too. */
    @Override
    public long skip(long wanted) throws IOException {
        return wanted <= 0 ? 0 : readNBytes((int) Math.min(wanted, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
