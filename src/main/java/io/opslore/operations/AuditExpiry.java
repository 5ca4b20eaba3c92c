package io.opslore.operations;

import io.opslore.audit.AuditSettings;
import io.opslore.audit.Retention;
import io.opslore.schedules.Cadence;
import io.opslore.schedules.JobResult;
import io.opslore.schedules.ScheduledJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Lets the oldest lines of the audit log go when their time is up. */
@Component
class AuditExpiry implements ScheduledJob {

    private final Retention retention;
    private final AuditSettings settings;

    AuditExpiry(Retention retention, AuditSettings settings) {
        this.retention = retention;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "audit-expiry";
    }

    @Override
    public Cadence cadence() {
        return settings.expires() ? new Cadence.Every(Duration.ofHours(1)) : Cadence.NEVER;
    }

    @Override
    public JobResult run() {
        return settings.expires()
                ? JobResult.of("audit-expiry", retention.expire(settings.retention()))
                : JobResult.of("audit-expiry.kept");
    }

    /** Lines that have gone do not come back. */
    @Override
    public boolean isCostly() {
        return true;
    }
}
