package io.opslore.guard;

/** A rule or value of an admin's cannot be taken as it is. */
public class RuleRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    RuleRefused(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** Why. */
    public enum Reason {
        /** The name is empty or longer than 100 characters. */
        NAME,
        /** Another rule has the name. */
        NAME_TAKEN,
        /** The kind is not lower case with hyphens, of at most 40 characters. */
        KIND,
        /** The expression is not RE2, or too long; the message says what is wrong with it. */
        EXPRESSION,
        /** The expression also matches nothing at all, and so everywhere. */
        MATCHES_NOTHING,
        /** The value to allow is shorter than three characters. */
        VALUE,
        /** The value is allowed already. */
        ALLOWED_ALREADY,
        /** It is not there any more. */
        GONE
    }

    public Reason reason() {
        return reason;
    }
}
