package io.opslore.identity;

import io.opslore.identity.ChangeRefused.Reason;
import io.opslore.identity.RightsChange.Wish;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Lets people in and keeps them out. Nobody can do so with those who may do more than themselves.
 * Thread-safe.
 */
@Service
@NeedsPermission(Permission.USER_MANAGE)
public class AccountAdmission {

    private final PeopleRecords records;
    private final PeopleChanges changes;
    private final RightsChange rights;
    private final Rank rank;
    private final PasswordEncoder passwords;

    AccountAdmission(
            PeopleRecords records,
            PeopleChanges changes,
            RightsChange rights,
            Rank rank,
            PasswordEncoder passwords) {
        this.records = records;
        this.changes = changes;
        this.rights = rights;
        this.rank = rank;
        this.passwords = passwords;
    }

    /** Each is closed or refused alone; what they may do is gone at once. */
    public Bulk disable(Collection<AccountId> accounts, Asker asker) {
        return Bulk.each(accounts, account -> set("account.disable", account, true, asker));
    }

    /** Each is opened again or refused alone. */
    public Bulk enable(Collection<AccountId> accounts, Asker asker) {
        return Bulk.each(accounts, account -> set("account.enable", account, false, asker));
    }

    /**
     * Lets somebody try again at once who mistyped too often.
     *
     * @return whether they were locked
     */
    public boolean unlock(AccountId account, Asker asker) {
        return change(
                "account.unlock",
                account,
                asker,
                () ->
                        Details.of(
                                "locked",
                                () -> changes.isLocked(account),
                                () -> changes.unlock(account)));
    }

    /**
     * Replaces the password of somebody with a local account, and forgives their mistakes.
     *
     * @return the one-time password, kept nowhere
     */
    public String newPassword(AccountId account, Asker asker) {
        String password = OneTimePassword.random();
        String hash = passwords.encode(password);
        change(
                "account.password-reset",
                account,
                asker,
                () -> {
                    if (!changes.hasPassword(account)) {
                        throw new ChangeRefused(Reason.NO_PASSWORD_HERE);
                    }
                    changes.setOneTimePassword(account, hash);
                    changes.unlock(account);
                    changes.endSignIns(account);
                    return Map.of("after", Map.of("password", "one-time"));
                });
        return password;
    }

    private boolean set(String action, AccountId account, boolean disabled, Asker asker) {
        return change(
                action,
                account,
                asker,
                () ->
                        Details.of(
                                "disabled",
                                () -> changes.isDisabled(account),
                                () -> changes.setDisabled(account, disabled)));
    }

    private boolean change(
            String action, AccountId account, Asker asker, Supplier<Map<String, ?>> change) {
        var wish = new Wish(action, Permission.USER_MANAGE, records.subject(account), asker);
        return rights.make(
                wish,
                () -> {
                    rank.requireOver(account, asker);
                    return change.get();
                });
    }
}
