package io.opslore.tools;

/**
 * Why a tool has found nothing, for whoever called it: one sentence, and what to do. Never holds
 * what another server has said. What is not there and what the asker may not know look alike.
 */
public final class ToolFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String suggestion;

    public ToolFailure(Code code, String sentence, String suggestion) {
        super(sentence);
        this.code = code;
        this.suggestion = suggestion;
    }

    public static ToolFailure invalid(String sentence, String suggestion) {
        return new ToolFailure(Code.INVALID_ARGUMENT, sentence, suggestion);
    }

    public Code code() {
        return code;
    }

    public String suggestion() {
        return suggestion;
    }

    /** The sentence. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** What kind of trouble it is; part of the protocol with callers. */
    public enum Code {
        INVALID_ARGUMENT,
        NOT_FOUND,
        /** The asker lacks a permission. */
        SCOPE_DENIED,
        /** The source's own server refuses the portal. */
        UPSTREAM_DENIED,
        UPSTREAM_DOWN,
        TIMEOUT,
        RANGE_TOO_WIDE,
        UNSUPPORTED,
        /** The portal's own fault; it is in its log. */
        INTERNAL
    }
}
