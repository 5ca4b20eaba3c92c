package io.opslore.operations.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts what goes on record, by what was done and how it ended: refused sign-ins, for one. */
@Component
class AuditCount {

    private final MeterRegistry meters;

    AuditCount(MeterRegistry meters) {
        this.meters = meters;
    }

    @EventListener
    void count(Auditable event) {
        AuditRecord record = event.audited();
        String outcome = record.outcome().name().toLowerCase(Locale.ROOT);
        meters.counter("opslore.audit.records", "action", record.action(), "outcome", outcome)
                .increment();
        if (record.action().startsWith("sign-in.")) {
            meters.counter("opslore.sign.ins", "outcome", outcome).increment();
        }
    }
}
