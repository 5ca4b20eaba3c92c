package io.opslore.models;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Somebody has said which model works on a task, and how. */
record TaskChanged(AuditRecord audited) implements Auditable {

    /** Empty where nothing has changed. */
    static Optional<TaskChanged> between(TaskSetup before, TaskSetup after, Asker asker) {
        Map<String, Object> old = said(before);
        Map<String, Object> now = said(after);
        Map<String, Object> same = new HashMap<>(old);
        same.entrySet().retainAll(now.entrySet());
        old.keySet().removeAll(same.keySet());
        now.keySet().removeAll(same.keySet());
        return now.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new TaskChanged(
                                AuditRecord.done(
                                        "model.task-change",
                                        asker.actor(),
                                        new Subject("model-task", after.task().key(), ""),
                                        Map.of("before", old, "after", now))));
    }

    private static Map<String, Object> said(TaskSetup setup) {
        Map<String, Object> said = new HashMap<>();
        said.put("model", setup.model());
        said.put("contextTokens", setup.contextTokens());
        said.put("temperature", setup.temperature());
        said.put("keepAlive", setup.keepAlive().map(Duration::toString).orElse("server's own"));
        said.put("thinking", setup.thinking().name());
        return said;
    }
}
