package io.opslore.backup;

import io.opslore.kit.CountingInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Tells how far it is, in the midst of a large file too, and no more often than a person can
 * follow. For one thread.
 */
public final class Telling {

    private static final long PAUSE = Duration.ofMillis(200).toNanos();

    private final Progress heard;
    private Progress.Step step = new Progress.Step(Progress.Stage.CHECKING, 0, 0, 0);
    private long bytes;
    private long last = System.nanoTime();

    public Telling(Progress heard) {
        this.heard = heard;
    }

    /** The beginning of a stage is told at once. */
    public void at(Progress.Stage stage, long done, long total) {
        boolean begins = stage != step.stage() || done == 0;
        step = new Progress.Step(stage, done, total, bytes);
        tell(begins);
    }

    /** Counts what is written. Closing it does not close what is behind it. */
    public OutputStream counting(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int one) throws IOException {
                out.write(one);
                passed(1);
            }

            @Override
            public void write(byte[] many, int from, int length) throws IOException {
                out.write(many, from, length);
                passed(length);
            }

            @Override
            public void close() throws IOException {
                out.flush();
            }
        };
    }

    /** Counts what is read. */
    public InputStream counting(InputStream in) {
        return new CountingInputStream(in, (more, count) -> passed(more));
    }

    /** What was written or read so far. */
    public long bytes() {
        return bytes;
    }

    private void passed(int more) {
        bytes += more;
        tell(false);
    }

    private void tell(boolean atOnce) {
        long now = System.nanoTime();
        if (atOnce || now - last > PAUSE) {
            last = now;
            heard.at(new Progress.Step(step.stage(), step.done(), step.total(), bytes));
        }
    }
}
