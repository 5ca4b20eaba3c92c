package io.opslore.sources;

import java.time.Instant;

/**
 * How a sync ended.
 *
 * @param version what was read
 * @param added documents that are new, or came back
 * @param moved documents that are called otherwise
 * @param removed documents that went to the bin
 * @param passedOver files that are there and were not taken, at that version
 */
public record SyncResult(
        Instant at,
        String version,
        int added,
        int changed,
        int moved,
        int removed,
        int passedOver) {

    /** Whether anything became of it. */
    public boolean isQuiet() {
        return added + changed + moved + removed == 0;
    }
}
