package io.opslore.identity;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import java.util.Map;

/** Somebody signed in at a provider for the first time. */
record ProvidedAccountCreated(Asker asker, ProvidedPerson person) implements Auditable {

    @Override
    public AuditRecord audited() {
        return AuditRecord.done(
                "account.create",
                asker.actor(),
                new Subject("account", asker.id().value().toString(), asker.username()),
                Map.of(
                        "provider", person.provider().id().value(),
                        "issuer", person.issuer(),
                        "subject", person.subject()));
    }
}
