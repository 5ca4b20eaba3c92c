package io.opslore.models;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import java.util.Map;

/** Somebody has changed what the model server holds. */
record ServerModelsChanged(AuditRecord audited) implements Auditable {

    static ServerModelsChanged by(String verb, String model, Asker asker) {
        return new ServerModelsChanged(
                AuditRecord.done(
                        "model." + verb,
                        asker.actor(),
                        new Subject("model", model, model),
                        Map.of()));
    }
}
