package io.opslore.identity;

import io.opslore.audit.Actor;
import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import java.util.Map;

/** Somebody with the data folder made themselves a way in. */
record AdminReset(String username, boolean created, boolean localSwitchedOn) implements Auditable {

    @Override
    public AuditRecord audited() {
        return AuditRecord.done(
                "admin.reset",
                new Actor(null, "command line", "command line"),
                new Subject("account", "", username),
                Map.of("created", created, "localSignInSwitchedOn", localSwitchedOn));
    }
}
