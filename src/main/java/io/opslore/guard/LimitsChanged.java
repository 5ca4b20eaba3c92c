package io.opslore.guard;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.guard.LimitNames.Named;
import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Somebody has set limits. */
record LimitsChanged(AuditRecord audited) implements Auditable {

    /** Empty where nothing has changed. */
    static Optional<LimitsChanged> between(
            Map<Limit, LimitValue> before,
            Map<Limit, LimitValue> after,
            Named holder,
            Asker asker) {
        Map<String, Object> old = new TreeMap<>();
        Map<String, Object> now = new TreeMap<>();
        for (Limit limit : Limit.values()) {
            if (!Objects.equals(before.get(limit), after.get(limit))) {
                old.put(limit.key(), said(before.get(limit)));
                now.put(limit.key(), said(after.get(limit)));
            }
        }
        return now.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LimitsChanged(
                                AuditRecord.done(
                                        "limit.change",
                                        asker.actor(),
                                        subject(holder),
                                        Map.of("before", old, "after", now))));
    }

    private static Object said(@Nullable LimitValue value) {
        if (value == null) {
            return "not set";
        }
        Long amount = value.amount();
        return amount == null ? "unlimited" : amount;
    }

    private static Subject subject(Named holder) {
        return switch (holder.holder()) {
            case LimitHolder.Everyone everyone -> new Subject("limit", "", "default");
            case LimitHolder.Holders(Role role) -> new Subject("role", role.key(), holder.name());
            case LimitHolder.Person(AccountId account) ->
                    new Subject("account", account.value().toString(), holder.name());
        };
    }
}
