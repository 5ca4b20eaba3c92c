package io.opslore.tools;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opslore.audit.AuditRecord;
import io.opslore.audit.AuditSettings;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.identity.Asker;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
    private final MeterRegistry meters;
    private final Set<String> ownTools;

    ToolAudit(
            ApplicationEventPublisher events,
            AuditSettings settings,
            Masking masking,
            MeterRegistry meters,
            List<Tool> tools) {
        this.meters = meters;
        ownTools = tools.stream().map(tool -> tool.info().name()).collect(Collectors.toSet());
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
        time(answer.tool(), "done", nanos);
        publish(AuditRecord.done("tool.call", asker.actor(), subject(answer.tool()), details));
    }

    void failed(
            String tool, Map<String, ?> arguments, ToolFailure failure, long nanos, Asker asker) {
        time(tool, failure.code().name().toLowerCase(Locale.ROOT), nanos);
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

    private void time(String tool, String outcome, long nanos) {
        Timer.builder("opslore.tool.calls")
                .tags("tool", label(tool), "outcome", outcome)
                .description("Calls of tools")
                .register(meters)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Strangers' tools, and names that somebody made up, are told apart by nobody. */
    private String label(String tool) {
        return ownTools.contains(tool) ? tool : "other";
    }

    private Map<String, Object> details(Map<String, ?> arguments) {
        Map<String, Object> details = new HashMap<>();
        details.put(
                "arguments",
                settings.questionText()
                        ? new TreeMap<>(masking.mask(arguments, MaskScope.PORTAL))
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
