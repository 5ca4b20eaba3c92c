package io.opslore.ingest;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import java.util.Map;

/** Somebody had files read once more. */
record RetryAction(Subject subject, int files, Asker asker) implements Auditable {

    @Override
    public AuditRecord audited() {
        return AuditRecord.done("ingest.retry", asker.actor(), subject, Map.of("files", files));
    }
}
