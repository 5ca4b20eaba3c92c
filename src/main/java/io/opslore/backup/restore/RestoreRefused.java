package io.opslore.backup.restore;

/**
 * It is not restored, or the portal does not start; the message says why, the advice what to do.
 */
public class RestoreRefused extends RuntimeException {

    private final String advice;

    RestoreRefused(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
