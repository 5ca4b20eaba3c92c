package io.opslore.identity;

import io.opslore.audit.Actor;
import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import java.util.Map;

/** Passwords that are kept here open the portal again, or no longer. */
record LocalSignInSwitched(boolean on, Actor by) implements Auditable {

    @Override
    public AuditRecord audited() {
        return AuditRecord.done(
                "local-sign-in.switch",
                by,
                new Subject("setting", "local-sign-in", "Local sign-in"),
                Map.of(
                        "before", Map.of("enabled", !on),
                        "after", Map.of("enabled", on)));
    }
}
