package io.opslore.guard;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody has changed what questions are looked at for. */
record QuestionRuleChanged(AuditRecord audited) implements Auditable {

    static QuestionRuleChanged put(@Nullable QuestionRule before, QuestionRule after, Asker asker) {
        Map<String, Object> details = new HashMap<>();
        if (before != null) {
            details.put("before", said(before));
        }
        details.put("after", said(after));
        String action = before == null ? "question-rule.add" : "question-rule.change";
        return new QuestionRuleChanged(
                AuditRecord.done(action, asker.actor(), subject(after), details));
    }

    static QuestionRuleChanged removed(QuestionRule rule, Asker asker) {
        return new QuestionRuleChanged(
                AuditRecord.done(
                        "question-rule.remove",
                        asker.actor(),
                        subject(rule),
                        Map.of("before", said(rule))));
    }

    static QuestionRuleChanged injections(
            @Nullable FilterAction before, @Nullable FilterAction after, Asker asker) {
        return new QuestionRuleChanged(
                AuditRecord.done(
                        "question-rule.change",
                        asker.actor(),
                        new Subject("question-rule", "shipped", "shipped"),
                        Map.of("before", name(before), "after", name(after))));
    }

    private static String name(@Nullable FilterAction action) {
        return action == null ? "OFF" : action.name();
    }

    private static Subject subject(QuestionRule rule) {
        return new Subject("question-rule", rule.id().toString(), rule.name());
    }

    private static Map<String, Object> said(QuestionRule rule) {
        Role role = rule.role();
        return Map.of(
                "name", rule.name(),
                "kind", rule.kind().name(),
                "pattern", rule.pattern(),
                "role", role == null ? "" : role.key(),
                "action", rule.action().name(),
                "message", rule.message(),
                "enabled", rule.enabled());
    }
}
