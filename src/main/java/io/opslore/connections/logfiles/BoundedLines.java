package io.opslore.connections.logfiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes lines from a stream, of each so much and no more. Not thread-safe. */
final class BoundedLines {

    private static final int LONGEST = 64 << 10;

    private final InputStream in;
    private final LineBudget budget;
    private final byte[] buffer = new byte[64 << 10];
    private int from;
    private int to;

    BoundedLines(InputStream in, LineBudget budget) {
        this.in = in;
        this.budget = budget;
    }

    /** Null at the end, or where the budget is spent. */
    @Nullable String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean isAny = false;
        while (filled()) {
            isAny = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.write(
                    buffer, from, Math.min(end - from, LONGEST - Math.min(LONGEST, line.size())));
            from = end + 1;
            if (end < to) {
                break;
            }
        }
        return isAny ? line.toString(StandardCharsets.UTF_8).stripTrailing() : null;
    }

    private boolean filled() throws IOException {
        if (from < to) {
            return true;
        }
        if (budget.isSpent()) {
            return false;
        }
        to = in.read(buffer, 0, (int) Math.min(buffer.length, budget.left()));
        from = 0;
        budget.spend(Math.max(0, to));
        return to > 0;
    }
}
