package io.opslore.guard;

import io.opslore.guard.RequestRows.Requests;
import io.opslore.identity.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where somebody stands with all limits that bear on requests. Thread-safe. */
@Component
class RequestBudget {

    private final RequestRows requests;
    private final UsageRows usage;

    RequestBudget(RequestRows requests, UsageRows usage) {
        this.requests = requests;
        this.usage = usage;
    }

    /** Those that free the latest come first. */
    List<Standing> standings(AccountId account, EffectiveLimits limits) {
        Requests now = requests.look(account);
        UsageRows.Tokens tokens = usage.tokens(account, now.now());
        LocalDate today = LocalDate.ofInstant(now.now(), ZoneOffset.UTC);
        return List.of(
                new Standing(
                        limits.value(Limit.TOKENS_PER_MONTH),
                        tokens.thisMonth(),
                        begin(today.withDayOfMonth(1).plusMonths(1))),
                new Standing(
                        limits.value(Limit.TOKENS_PER_DAY),
                        tokens.today(),
                        begin(today.plusDays(1))),
                new Standing(
                        limits.value(Limit.REQUESTS_PER_MINUTE),
                        now.lately(),
                        nextRequest(account, now, limits.allowed(Limit.REQUESTS_PER_MINUTE))),
                new Standing(limits.value(Limit.CONCURRENT_REQUESTS), now.inFlight(), null));
    }

    private @Nullable Instant nextRequest(AccountId account, Requests now, OptionalLong allowed) {
        return allowed.isPresent() && allowed.getAsLong() > 0 && now.lately() >= allowed.getAsLong()
                ? requests.fewerThan(allowed.getAsLong(), account).orElse(null)
                : null;
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
