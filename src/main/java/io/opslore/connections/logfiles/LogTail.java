package io.opslore.connections.logfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The end of one log file: a plain one is begun near its end, a packed one is run through. */
final class LogTail {

    private static final long NEAR = 1L << 20;
    private static final long FAR = 16L << 20;

    private final String name;
    private final Path file;
    private final boolean packed;

    LogTail(String name, Path file, boolean packed) {
        this.name = name;
        this.file = file;
        this.packed = packed;
    }

    FileLines read(LineWish wish, LineBudget budget) throws IOException {
        boolean isPlainTail = wish.contains().isEmpty() && wish.start() == null;
        if (!packed && isPlainTail) {
            FileLines end = read(wish, budget, NEAR);
            if (end.lines().size() == wish.limit() || !end.more()) {
                return end;
            }
        }
        return read(wish, budget, FAR);
    }

    private FileLines read(LineWish wish, LineBudget budget, long unread) throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(
                        file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            long from = packed ? 0 : Math.max(0, channel.size() - Math.min(unread, budget.left()));
            channel.position(from);
            InputStream bytes = Channels.newInputStream(channel);
            BoundedLines lines =
                    new BoundedLines(packed ? new GZIPInputStream(bytes) : bytes, budget);
            if (from > 0) {
                lines.next();
            }
            return lines(lines, wish, budget, from > 0);
        }
    }

    private FileLines lines(BoundedLines lines, LineWish wish, LineBudget budget, boolean begunLate)
            throws IOException {
        Deque<FileLine> last = new ArrayDeque<>();
        boolean isMore = begunLate;
        Instant at = null;
        String text = lines.next();
        while (text != null) {
            Instant own = LineTime.of(text);
            at = own == null ? at : own;
            if (wish.fits(at, text)) {
                last.addLast(new FileLine(name, at, text));
                if (last.size() > wish.limit()) {
                    last.removeFirst();
                    isMore = true;
                }
            }
            text = lines.next();
        }
        return new FileLines(List.copyOf(last), isMore || budget.isSpent());
    }
}
