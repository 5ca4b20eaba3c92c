package io.opslore.guard;

import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.Authority;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import org.springframework.stereotype.Service;

/** What people may use, as it is set at this moment. Thread-safe. */
@Service
public class Limits {

    private final LimitRows rows;
    private final Authority authority;

    Limits(LimitRows rows, Authority authority) {
        this.rows = rows;
        this.authority = authority;
    }

    /** For everyone: what holds for themselves. */
    public EffectiveLimits effective(Asker asker) {
        return of(asker.id());
    }

    /** What holds for somebody. */
    @NeedsPermission(Permission.LIMIT_MANAGE)
    public EffectiveLimits effective(AccountId account, Asker asker) {
        return of(account);
    }

    /** For the machinery. */
    EffectiveLimits of(AccountId account) {
        return EffectiveLimits.of(rows.bearingOn(account, authority.of(account)));
    }
}
