package io.opslore.backup.file;

import java.io.IOException;

/** A backup file is not as it was written; the message names what in it. */
public final class Damaged extends IOException {

    public Damaged(String entry, String what) {
        super("%s: %s".formatted(entry, what));
    }

    Damaged(String entry, String what, Throwable cause) {
        super("%s: %s".formatted(entry, what), cause);
    }
}
