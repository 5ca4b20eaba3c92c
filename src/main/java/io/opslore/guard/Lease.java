package io.opslore.guard;

import io.opslore.identity.AccountId;
import java.util.UUID;

/**
 * The right to work on one request. It counts as in flight until it is closed, or until its portal
 * is not heard of any more. Thread-safe; may be closed twice.
 */
public final class Lease implements AutoCloseable {

    private final UUID id;
    private final AccountId account;
    private final Leases leases;
    private final UsageRows usage;

    Lease(UUID id, AccountId account, Leases leases, UsageRows usage) {
        this.id = id;
        this.account = account;
        this.leases = leases;
        this.usage = usage;
    }

    /** Takes from the budgets what was used, also beyond their end. */
    public void charge(long promptTokens, long answerTokens) {
        if (promptTokens > 0 || answerTokens > 0) {
            usage.charge(account, promptTokens, answerTokens);
        }
    }

    /** Lets the next one in. */
    @Override
    public void close() {
        leases.end(id);
    }
}
