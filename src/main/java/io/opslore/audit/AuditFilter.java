package io.opslore.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are wanted; all conditions hold together, and one that is null or empty is none.
 *
 * @param from not before
 * @param until before
 * @param actor a part of the actor's name, in any case, or their id
 * @param action how the action begins: {@code document.} for all that concerns documents
 * @param subject the subject's id, or a part of its name
 * @param text stands anywhere in the line, in any case
 */
public record AuditFilter(
        @Nullable Instant from,
        @Nullable Instant until,
        String actor,
        String action,
        AuditRecord.@Nullable Outcome outcome,
        String subject,
        String text) {

    /** Everything. */
    public static final AuditFilter ALL = new AuditFilter(null, null, "", "", null, "", "");

    /** The same, for lines whose action begins so. */
    public AuditFilter withAction(String beginning) {
        return new AuditFilter(from, until, actor, beginning, outcome, subject, text);
    }

    /** The same, for lines about this subject. */
    public AuditFilter withSubject(String idOrName) {
        return new AuditFilter(from, until, actor, action, outcome, idOrName, text);
    }

    /** The same, for lines that hold this text. */
    public AuditFilter withText(String words) {
        return new AuditFilter(from, until, actor, action, outcome, subject, words);
    }
}
