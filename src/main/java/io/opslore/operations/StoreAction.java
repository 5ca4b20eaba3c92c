package io.opslore.operations;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import java.util.Map;

/** Somebody had the stores compared, or is about to have them repaired. */
record StoreAction(String verb, VerificationReport report, Asker asker) implements Auditable {

    @Override
    public AuditRecord audited() {
        return AuditRecord.done(
                "store." + verb,
                asker.actor(),
                new Subject("stores", "", ""),
                Map.of(
                        "everyByte", report.everyByte(),
                        "differences", report.differences().size(),
                        "repairable", report.repairable()));
    }
}
