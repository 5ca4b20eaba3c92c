package io.opslore.operations;

import io.opslore.audit.AuditSettings;
import io.opslore.audit.Retention;
import io.opslore.library.Maintenance;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets the oldest lines of the audit log go when their time is up. */
@Component
@Profile(Maintenance.NOT_THEN)
class AuditExpiry implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AuditExpiry.class);

    private final Retention retention;
    private final AuditSettings settings;
    private volatile @Nullable ScheduledExecutorService turns;

    AuditExpiry(Retention retention, AuditSettings settings) {
        this.retention = retention;
        this.settings = settings;
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("audit-expiry").factory());
        if (settings.expires()) {
            started.scheduleWithFixedDelay(this::expire, 0, 1, TimeUnit.HOURS);
        }
        turns = started;
    }

    private void expire() {
        try {
            int removed = retention.expire(settings.retention());
            if (removed > 0) {
                log.info("{} lines of the audit log were older than allowed", removed);
            }
        } catch (RuntimeException e) {
            log.warn("Old lines of the audit log are not removed, tried again in an hour", e);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = turns;
        if (running != null) {
            running.shutdownNow();
            running.close();
        }
        turns = null;
    }

    @Override
    public boolean isRunning() {
        return turns != null;
    }
}
