package io.opslore.identity;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import java.util.List;
import java.util.Map;

/** What somebody's claims give them is not what it was at their last sign-in. */
record ProvidedRightsChanged(Asker asker, String provider, List<String> before, List<String> after)
        implements Auditable {

    @Override
    public AuditRecord audited() {
        return AuditRecord.done(
                "account.rights",
                asker.actor(),
                new Subject("account", asker.id().value().toString(), asker.username()),
                Map.of("provider", provider, "before", before, "after", after));
    }
}
