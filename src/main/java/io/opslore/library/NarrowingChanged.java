package io.opslore.library;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody has changed who may see a document.
 *
 * @param before whom it was narrowed to; empty where it was not
 * @param after whom it is narrowed to; empty where it is not
 */
record NarrowingChanged(
        DocumentId document,
        String path,
        Optional<List<String>> before,
        Optional<List<String>> after,
        Asker asker)
        implements Auditable {

    @Override
    public AuditRecord audited() {
        return AuditRecord.done(
                after.isPresent() ? "document.narrow" : "document.widen",
                asker.actor(),
                new Subject("document", document.value().toString(), path),
                Map.of("before", told(before), "after", told(after)));
    }

    private static Map<String, ?> told(Optional<List<String>> to) {
        return to.<Map<String, ?>>map(these -> Map.of("narrowed", true, "to", these))
                .orElse(Map.of("narrowed", false));
    }
}
