package io.opslore.connections;

/**
 * A server could not be asked, or does not have it. Says so in one sentence, and what to do; never
 * holds what the server has said.
 */
public final class ConnectionFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String suggestion;

    public ConnectionFailed(Reason reason, String sentence, String suggestion) {
        super(sentence);
        this.reason = reason;
        this.suggestion = suggestion;
    }

    public ConnectionFailed(Reason reason, String sentence, String suggestion, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
        this.suggestion = suggestion;
    }

    public Reason reason() {
        return reason;
    }

    public String suggestion() {
        return suggestion;
    }

    /** The sentence. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** What kind of trouble it is. */
    public enum Reason {
        /** What is set, or was asked for, cannot be meant. */
        UNFIT,
        /** It does not answer. */
        DOWN,
        /** It does not let the portal in, or not there. */
        DENIED,
        NOT_FOUND,
        TIMEOUT,
        /** More would have to be read than is good. */
        TOO_WIDE,
        /** It cannot do that. */
        UNSUPPORTED
    }
}
