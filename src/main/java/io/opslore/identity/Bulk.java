package io.opslore.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * What became of one change wished for many people: each is changed or refused alone.
 *
 * @param changed those for whom something is other than before
 */
public record Bulk(List<AccountId> changed, List<Refusal> refused) {

    public Bulk {
        changed = List.copyOf(changed);
        refused = List.copyOf(refused);
    }

    /** Somebody who stays as they were. */
    public record Refusal(AccountId account, ChangeRefused why) {}

    /**
     * @param change whether it made a difference
     */
    static Bulk each(Collection<AccountId> accounts, Predicate<AccountId> change) {
        List<AccountId> changed = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (AccountId account : accounts) {
            try {
                if (change.test(account)) {
                    changed.add(account);
                }
            } catch (ChangeRefused why) {
                refused.add(new Refusal(account, why));
            }
        }
        return new Bulk(changed, refused);
    }
}
