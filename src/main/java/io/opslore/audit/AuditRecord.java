package io.opslore.audit;

import java.util.Map;

/**
 * What one line of the record says; its number, time and hashes are added when it is written.
 *
 * @param action what was done, as {@code thing.verb}: {@code space.grant}, {@code sign-in.refuse}
 * @param subject what it was done to
 * @param details what else to know, for changes under {@code before} and {@code after}; values are
 *     texts, numbers, truth values, and lists and maps of them
 */
public record AuditRecord(
        String action, Actor actor, Outcome outcome, Subject subject, Map<String, ?> details) {

    public AuditRecord {
        details = Map.copyOf(details);
    }

    /** Something that was done. */
    public static AuditRecord done(
            String action, Actor actor, Subject subject, Map<String, ?> details) {
        return new AuditRecord(action, actor, Outcome.DONE, subject, details);
    }

    /** Something that was wanted and not allowed. */
    public static AuditRecord refused(
            String action, Actor actor, Subject subject, Map<String, ?> details) {
        return new AuditRecord(action, actor, Outcome.REFUSED, subject, details);
    }

    /** How it ended. */
    public enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }
}
