package io.opslore.guard;

import io.opslore.identity.AccountId;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The requests that this process works on. Says from time to time that it still does, so that those
 * of a killed process end by themselves. Thread-safe.
 */
@Component
class Leases implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Leases.class);

    /** Three times within the time that a request is believed without a word. */
    private static final int BEAT = RequestRows.SECONDS_WITHOUT_A_WORD / 3;

    private final RequestRows rows;
    private final UsageRows usage;
    private final Set<UUID> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("leases").factory());

    Leases(RequestRows rows, UsageRows usage) {
        this.rows = rows;
        this.usage = usage;
        heart.scheduleWithFixedDelay(this::beat, BEAT, BEAT, TimeUnit.SECONDS);
    }

    Lease begin(UUID id, AccountId account) {
        open.add(id);
        return new Lease(id, account, this, usage);
    }

    /** Where the database is away it ends by itself before long. */
    void end(UUID id) {
        if (open.remove(id)) {
            try {
                rows.end(Set.of(id));
            } catch (RuntimeException e) {
                log.warn("A request has ended and counts as in flight for a while", e);
            }
        }
    }

    void beat() {
        try {
            rows.confirm(Set.copyOf(open));
        } catch (RuntimeException e) {
            log.warn("Requests in flight could not be confirmed", e);
        }
    }

    /** Frees what this process leaves unfinished. */
    @Override
    public void destroy() {
        heart.shutdownNow();
        Set.copyOf(open).forEach(this::end);
    }
}
