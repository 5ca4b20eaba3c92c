package io.opslore.backup;

/** What a portal can be at, one of each at a time. */
public enum BackupTask {
    MAKE,
    VERIFY
}
