package io.opslore.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes were read, each time that some were. */
final class WatchedStream extends FilterInputStream {

    private final LongConsumer watcher;
    private long total;

    WatchedStream(InputStream in, LongConsumer watcher) {
        super(in);
        this.watcher = watcher;
    }

    long total() {
        return total;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = in.read(buffer, offset, length);
        if (got > 0) {
            total += got;
            watcher.accept(got);
        }
        return got;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
