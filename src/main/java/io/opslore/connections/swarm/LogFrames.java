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
 * The engine's stream of log lines, taken apart as it comes, as far as it is read. What has come
 * can be looked at while the rest is still awaited. Thread-safe.
 */
final class LogFrames {

    private static final int MOST_BYTES = 8 << 20;
    private static final int LONGEST_FRAME = 64 << 10;
    private static final int ERROR = 2;
    private static final int FAILURE = 3;

    private final List<Frame> frames = new ArrayList<>();
    private boolean failed;
    private boolean cut;

    /** A line. */
    record Frame(String stream, String text) {}

    /** Those that have come. */
    synchronized List<Frame> frames() {
        return List.copyOf(frames);
    }

    /** Whether the engine says that it could not get at all of it, or broke off. */
    synchronized boolean failed() {
        return failed;
    }

    /** Whether more came than is read. */
    synchronized boolean cut() {
        return cut;
    }

    /** The rest will not be awaited. */
    synchronized void giveUp() {
        failed = true;
    }

    /**
     * @param isTerminal whether the container has one: then the stream is bare text
     */
    void read(InputStream body, boolean isTerminal) throws IOException {
        try (InputStream in = body) {
            if (isTerminal) {
                bare(in);
            } else {
                framed(new DataInputStream(new BufferedInputStream(in)));
            }
        }
    }

    private void bare(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        int length = Math.min(bytes.length, MOST_BYTES);
        new String(bytes, 0, length, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> add("stdout", line));
        synchronized (this) {
            cut |= bytes.length > MOST_BYTES;
        }
    }

    private void framed(DataInputStream in) throws IOException {
        int room = MOST_BYTES;
        int kind = in.read();
        while (kind >= 0 && room > 0) {
            try {
                in.skipNBytes(3);
                int length = in.readInt();
                if (kind > FAILURE || length < 0) {
                    throw new IOException("Not a stream of log lines");
                }
                String text = text(in, length);
                room -= Math.min(length, room);
                if (kind == FAILURE) {
                    giveUp();
                } else {
                    add(kind == ERROR ? "stderr" : "stdout", text);
                }
            } catch (EOFException broken) {
                giveUp();
                return;
            }
            kind = in.read();
        }
        synchronized (this) {
            cut |= kind >= 0;
        }
    }

    private synchronized void add(String stream, String text) {
        frames.add(new Frame(stream, text.stripTrailing().replace('\n', ' ').replace('\r', ' ')));
    }

    private static String text(DataInputStream in, int length) throws IOException {
        byte[] kept = in.readNBytes(Math.min(length, LONGEST_FRAME));
        in.skipNBytes(length - kept.length);
        return new String(kept, StandardCharsets.UTF_8);
    }
}
