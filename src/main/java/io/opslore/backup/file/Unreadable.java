package io.opslore.backup.file;

import java.io.IOException;

/** A backup cannot be opened as it was asked for, though it may be whole; the message says why. */
public final class Unreadable extends IOException {

    public Unreadable(String message) {
        super(message);
    }
}
