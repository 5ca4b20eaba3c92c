package io.opslore.guard;

import io.opslore.identity.AccountId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks and counts in one transaction while nobody else does for the same account, so that two
 * portals never both let in the last one. Thread-safe.
 */
@Component
class Counter {

    private final RequestBudget budget;
    private final RequestRows requests;
    private final UsageRows usage;

    Counter(RequestBudget budget, RequestRows requests, UsageRows usage) {
        this.budget = budget;
        this.requests = requests;
        this.usage = usage;
    }

    /** Counts a request, or says why there is no room for it and counts that. */
    @Transactional
    Optional<Refusal> count(UUID id, AccountId account, EffectiveLimits limits) {
        requests.lock(account);
        requests.forget(account);
        Optional<Refusal> refusal =
                budget.standings(account, limits).stream()
                        .flatMap(standing -> standing.refusal().stream())
                        .findFirst();
        if (refusal.isPresent()) {
            usage.refusal(account);
        } else {
            requests.add(id, account);
            usage.request(account);
        }
        return refusal;
    }
}
