package io.opslore.backup;

import org.jspecify.annotations.Nullable;

/** A backup could not be made, read or verified; the message says why, for people. */
public class BackupFailed extends RuntimeException {

    public BackupFailed(String message) {
        super(message);
    }

    public BackupFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
