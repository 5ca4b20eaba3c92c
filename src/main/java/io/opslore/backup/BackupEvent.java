package io.opslore.backup;

import io.opslore.audit.Actor;
import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import java.util.Map;

/**
 * Something was done with a backup.
 *
 * @param file what and where, for people
 */
public record BackupEvent(
        String verb,
        AuditRecord.Outcome outcome,
        String id,
        String file,
        Map<String, ?> details,
        Actor actor)
        implements Auditable {

    public BackupEvent {
        details = Map.copyOf(details);
    }

    @Override
    public AuditRecord audited() {
        return new AuditRecord(
                "backup." + verb, actor, outcome, new Subject("backup", id, file), details);
    }
}
