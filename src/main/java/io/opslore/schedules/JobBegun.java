package io.opslore.schedules;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import java.util.Map;

/** Somebody has begun by hand what else comes by the clock. */
record JobBegun(AuditRecord audited) implements Auditable {

    static JobBegun by(Asker asker, String job) {
        return new JobBegun(
                AuditRecord.done(
                        "schedule.run",
                        asker.actor(),
                        new Subject("schedule", job, job),
                        Map.of()));
    }
}
