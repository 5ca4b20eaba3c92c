package io.opslore.guard;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import java.util.Map;
import java.util.UUID;

/** Somebody has changed what is masked. */
record MaskingChanged(AuditRecord audited) implements Auditable {

    static MaskingChanged rule(String verb, OwnRule rule, Map<String, ?> details, Asker asker) {
        return change(
                "masking-rule." + verb,
                new Subject("masking-rule", rule.id().toString(), rule.name()),
                details,
                asker);
    }

    static MaskingChanged allowed(String verb, UUID id, String note, Asker asker) {
        return change(
                "masking-allowed." + verb,
                new Subject("masking-allowed", id.toString(), note),
                Map.of(),
                asker);
    }

    private static MaskingChanged change(
            String action, Subject subject, Map<String, ?> details, Asker asker) {
        return new MaskingChanged(AuditRecord.done(action, asker.actor(), subject, details));
    }

    static Map<String, String> said(OwnRule rule) {
        return Map.of("name", rule.name(), "kind", rule.kind(), "expression", rule.expression());
    }
}
