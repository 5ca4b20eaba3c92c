package io.opslore.operations;

import io.opslore.audit.AuditEntry;
import io.opslore.audit.AuditFilter;
import io.opslore.audit.AuditLog;
import io.opslore.audit.AuditOrder;
import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.ChainCheck;
import io.opslore.audit.ChainReport;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The audit log for those who may read it. It names documents and accounts that an auditor may not
 * open; of their contents it holds nothing. Thread-safe.
 */
@Service
@NeedsPermission(Permission.AUDIT_READ)
public class AuditTrail {

    private final AuditLog log;
    private final ChainCheck check;
    private final ApplicationEventPublisher events;

    AuditTrail(AuditLog log, ChainCheck check, ApplicationEventPublisher events) {
        this.log = log;
        this.check = check;
        this.events = events;
    }

    /** For auditors: a page of the lines that fit. */
    public List<AuditEntry> search(
            AuditFilter filter, AuditOrder order, int skip, int limit, Asker asker) {
        return log.search(filter, order, skip, limit);
    }

    /** For auditors: how many lines fit. */
    public int count(AuditFilter filter, Asker asker) {
        return log.count(filter);
    }

    /** For auditors: walks the whole chain; {@code progress} hears the share that is done. */
    public ChainReport verify(Consumer<Double> progress, Asker asker) {
        return check.walk(progress);
    }

    /**
     * For auditors: writes the lines that fit, the oldest first. That this was done is on the
     * record before the first of them leaves.
     */
    public void export(AuditFilter filter, ExportFormat format, OutputStream out, Asker asker) {
        events.publishEvent(new Exported(filter, format, log.count(filter), asker));
        try (var file = new AuditFile(format, out)) {
            log.each(filter, file::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Exported(AuditFilter filter, ExportFormat format, int lines, Asker asker)
            implements Auditable {

        @Override
        public AuditRecord audited() {
            return AuditRecord.done(
                    "audit.export",
                    asker.actor(),
                    new Subject("audit", "", ""),
                    Map.of("format", format.name(), "lines", lines, "filter", conditions()));
        }

        /** Only the conditions that were set. */
        private Map<String, String> conditions() {
            return Stream.of(
                            Map.entry("from", String.valueOf(filter.from())),
                            Map.entry("until", String.valueOf(filter.until())),
                            Map.entry("outcome", String.valueOf(filter.outcome())),
                            Map.entry("actor", filter.actor()),
                            Map.entry("action", filter.action()),
                            Map.entry("subject", filter.subject()),
                            Map.entry("text", filter.text()))
                    .filter(it -> !it.getValue().isBlank() && !it.getValue().equals("null"))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }
}
