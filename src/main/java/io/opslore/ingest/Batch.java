package io.opslore.ingest;

import io.opslore.library.SpaceId;
import java.time.Instant;

/**
 * Files that somebody sent together, and what became of them.
 *
 * @param name of the folder, archive or file
 * @param startedBy the username of the sender
 * @param announced what the sender means to send
 */
public record Batch(
        BatchId id,
        SpaceId space,
        String name,
        String startedBy,
        Instant startedAt,
        State state,
        Announced announced,
        Progress progress,
        Counts counts) {

    /** Whether something may still happen to it by itself. */
    public boolean isActive() {
        return state == State.RUNNING || state == State.PAUSED || counts.busy() > 0;
    }

    /** How far the sending and unpacking is. */
    public enum State {
        RUNNING,
        PAUSED,
        /** Somebody ended it; what had come is in. */
        CANCELLED,
        /** The sender went away in the middle; what had come is in. */
        BROKEN_OFF,
        /** Everything was sent and unpacked; some of it may still be on its way into the index. */
        DONE
    }

    /**
     * What the sender means to send.
     *
     * @param files archives count as one
     * @param bytes of all of them
     */
    public record Announced(int files, long bytes) {}

    /**
     * How far it is.
     *
     * @param receivedFiles archives count as one
     * @param receivedBytes also of files that are on their way
     * @param unpacking the archive that is being unpacked, empty for none
     * @param unpacked its share that is behind, 0 to 1
     */
    public record Progress(
            int receivedFiles, long receivedBytes, String unpacking, double unpacked) {}

    /**
     * Its files by outcome; each counts once.
     *
     * @param busy of those that are in, how many are being read and indexed
     */
    public record Counts(int added, int changed, int unchanged, int failed, int ignored, int busy) {

        /** All files there are. */
        public int files() {
            return added + changed + unchanged + failed + ignored;
        }
    }
}
