package io.opslore.ingest.batch;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import java.util.Map;

/** Somebody began or steered a batch. */
record BatchAction(String verb, String id, String name, Map<String, ?> details, Asker asker)
        implements Auditable {

    @Override
    public AuditRecord audited() {
        return AuditRecord.done(
                "batch." + verb, asker.actor(), new Subject("batch", id, name), details);
    }
}
