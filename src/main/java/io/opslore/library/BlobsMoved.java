package io.opslore.library;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import java.util.Locale;
import java.util.Map;

/** Original bytes were brought to another store. */
record BlobsMoved(BlobStore to, boolean deleteSource, BlobMoving.Moved moved, Asker asker)
        implements Auditable {

    @Override
    public AuditRecord audited() {
        return AuditRecord.done(
                "store.move",
                asker.actor(),
                new Subject("originals", "", to.name().toLowerCase(Locale.ROOT)),
                Map.of(
                        "sent", moved.sent(),
                        "there", moved.there(),
                        "deleted", moved.deleted(),
                        "damaged", moved.damaged().size()));
    }
}
