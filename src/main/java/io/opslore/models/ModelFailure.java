package io.opslore.models;

/**
 * A model could not answer, or not to the end. The message is for logs; people are told by {@link
 * #reason}.
 */
public class ModelFailure extends RuntimeException {

    private final Reason reason;

    public ModelFailure(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** For what is told by the stream itself, not by an exception below it. */
    public ModelFailure(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What went wrong, as far as it can be told. */
    public Reason reason() {
        return reason;
    }

    /** The kinds of failure. */
    public enum Reason {
        UNREACHABLE,
        MODEL_MISSING,
        /** The stream ended before the model said that it was done. */
        CUT_OFF,
        TIMED_OUT,
        REFUSED,
        /** The server has a fault of its own. */
        SERVER_FAULT,
        /** So many wait already that no more may. */
        QUEUE_FULL,
        /** Its turn did not come in time. */
        WAITED_TOO_LONG
    }
}
