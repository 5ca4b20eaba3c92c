package io.opslore.models;

import org.jspecify.annotations.Nullable;

/**
 * A model could not answer, or not to the end. The message is for logs; people are told by {@link
 * #reason}.
 */
public class ModelFailure extends RuntimeException {

    private final Reason reason;
    private final @Nullable String said;

    public ModelFailure(Reason reason, String message, Throwable cause) {
        this(reason, message, null, cause);
    }

    /**
     * As a server told it in its own words.
     *
     * @param said the server's words; they may repeat the prompt, so they are not in the message
     */
    public ModelFailure(Reason reason, String message, @Nullable String said, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.said = said;
    }

    /** For what is told by the stream itself, not by an exception below it. */
    public ModelFailure(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.said = null;
    }

    /** What went wrong, as far as it can be told. */
    public Reason reason() {
        return reason;
    }

    /** The message with the server's own words, for the log alone, which is masked. */
    public String logged() {
        return said == null ? String.valueOf(getMessage()) : getMessage() + ": " + said;
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
