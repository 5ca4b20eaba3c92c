package io.opslore.connections.swarm;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine's stream of log lines, taken apart, as far as it is read.
 *
 * @param failed whether the engine says that it could not get at all of it
 * @param cut whether more came than is read
 */
record LogFrames(List<Frame> frames, boolean failed, boolean cut) {

    private static final int MOST_BYTES = 8 << 20;
    private static final int LONGEST_FRAME = 64 << 10;
    private static final int ERROR = 2;
    private static final int FAILURE = 3;

    /** A line. */
    record Frame(String stream, String text) {}

    /**
     * @param isTerminal whether the container has one: then the stream is bare text
     */
    static LogFrames of(InputStream body, boolean isTerminal) throws IOException {
        try (InputStream in = body) {
            return isTerminal ? bare(in) : framed(new DataInputStream(new BufferedInputStream(in)));
        }
    }

    private static LogFrames bare(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        List<Frame> frames =
                new String(bytes, 0, Math.min(bytes.length, MOST_BYTES), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> new Frame("stdout", oneLine(line)))
                        .toList();
        return new LogFrames(frames, false, bytes.length > MOST_BYTES);
    }

    private static LogFrames framed(DataInputStream in) throws IOException {
        List<Frame> frames = new ArrayList<>();
        boolean failed = false;
        int room = MOST_BYTES;
        while (room > 0) {
            int kind = in.read();
            if (kind < 0) {
                return new LogFrames(frames, failed, false);
            }
            try {
                in.skipNBytes(3);
                int length = in.readInt();
                if (kind > FAILURE || length < 0) {
                    throw new IOException("Not a stream of log lines");
                }
                String text = text(in, length);
                room -= Math.min(length, room);
                failed |= kind == FAILURE;
                if (kind != FAILURE) {
                    frames.add(new Frame(kind == ERROR ? "stderr" : "stdout", text));
                }
            } catch (EOFException broken) {
                return new LogFrames(frames, true, false);
            }
        }
        return new LogFrames(frames, failed, true);
    }

    private static String text(DataInputStream in, int length) throws IOException {
        byte[] kept = in.readNBytes(Math.min(length, LONGEST_FRAME));
        in.skipNBytes(length - kept.length);
        return oneLine(new String(kept, StandardCharsets.UTF_8));
    }

    private static String oneLine(String text) {
        return text.stripTrailing().replace('\n', ' ').replace('\r', ' ');
    }
}
