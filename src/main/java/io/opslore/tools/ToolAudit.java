package io.opslore.tools;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.AuditSettings;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.guard.Masking;
import io.opslore.identity.Asker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells the audit log who called which tool with what. Arguments go without secrets, and those that
 * are words of a person only where the settings allow it.
 */
@Component
class ToolAudit {

    private final ApplicationEventPublisher events;
    private final AuditSettings settings;
    private final Masking masking;

    ToolAudit(ApplicationEventPublisher events, AuditSettings settings, Masking masking) {
        this.events = events;
        this.settings = settings;
        this.masking = masking;
    }

    void called(ToolAnswer answer, Map<String, ?> arguments, long nanos, Asker asker) {
        Map<String, Object> details = details(arguments);
        details.put("rows", answer.items().size());
        details.put("truncated", answer.truncated());
        details.put("masked", answer.masked().count());
        details.put("millis", TimeUnit.NANOSECONDS.toMillis(nanos));
        publish(AuditRecord.done("tool.call", asker.actor(), subject(answer.tool()), details));
    }

    void failed(String tool, Map<String, ?> arguments, ToolFailure failure, Asker asker) {
        Map<String, Object> details = details(arguments);
        details.put("failure", failure.code().name());
        publish(
                new AuditRecord(
                        "tool.call",
                        asker.actor(),
                        AuditRecord.Outcome.FAILED,
                        subject(Shown.of(tool).replace("'", "")),
                        details));
    }

    private Map<String, Object> details(Map<String, ?> arguments) {
        Map<String, Object> details = new HashMap<>();
        details.put(
                "arguments",
                settings.questionText()
                        ? new TreeMap<>(new Cleaning(masking).row(arguments))
                        : List.copyOf(arguments.keySet()));
        return details;
    }

    private static Subject subject(String tool) {
        return new Subject("tool", tool, "");
    }

    private void publish(AuditRecord record) {
        events.publishEvent(new Called(record));
    }

    private record Called(AuditRecord audited) implements Auditable {}
}
