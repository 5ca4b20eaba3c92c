package io.opslore.assistant.trial;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import io.opslore.models.ModelTask;
import java.util.Map;
import java.util.UUID;

/** Somebody has tried a model, or changed what models are tried with. */
record TrialChanged(AuditRecord audited) implements Auditable {

    static TrialChanged trial(String verb, TrialId id, String candidate, Asker asker) {
        return new TrialChanged(
                AuditRecord.done(
                        "model-trial." + verb,
                        asker.actor(),
                        new Subject("model-trial", id.value().toString(), candidate),
                        Map.of()));
    }

    static TrialChanged question(String verb, UUID id, ModelTask task, Asker asker) {
        return new TrialChanged(
                AuditRecord.done(
                        "saved-question." + verb,
                        asker.actor(),
                        new Subject("saved-question", id.toString(), task.key()),
                        Map.of()));
    }
}
