package io.opslore.library;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import java.util.Map;

/** There is a new space. Published in the transaction that makes it. */
record SpaceCreated(Space space, Asker asker) implements Auditable {

    @Override
    public AuditRecord audited() {
        return AuditRecord.done(
                "space.create",
                asker.actor(),
                new Subject("space", space.id().value().toString(), space.name()),
                Map.of("description", space.description()));
    }
}
