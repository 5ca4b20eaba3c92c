package io.opslore.backup.restore;

import io.opslore.backup.file.About;

/**
 * What a restore brought.
 *
 * @param key what became of the portal's secret key
 */
public record Restored(About about, long rows, int originals, int lacking, Key key) {

    /** What became of the portal's secret key. */
    public enum Key {
        /** It is the backup's. */
        RESTORED,
        /** It was not in the backup: secrets of connections stay closed without it. */
        ABSENT,
        /** A setting names another one: secrets of connections stay closed with it. */
        OTHER
    }
}
