package io.opslore.library;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import java.util.List;
import java.util.Map;

/** Somebody has changed who may see a space. */
record SpaceAccessChanged(
        SpaceId space,
        String name,
        List<Map<String, String>> before,
        List<Map<String, String>> after,
        Asker asker)
        implements Auditable {

    @Override
    public AuditRecord audited() {
        return AuditRecord.done(
                "space.grant",
                asker.actor(),
                new Subject("space", space.value().toString(), name),
                Map.of("before", Map.of("grants", before), "after", Map.of("grants", after)));
    }
}
