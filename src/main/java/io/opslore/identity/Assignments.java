package io.opslore.identity;

import io.opslore.identity.RightsChange.Wish;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Gives people roles and groups and takes them back, for many at once: each is changed or refused
 * alone. Only what was given by hand can be taken; nobody can hand on more than they may do
 * themselves, nor change those who may do more. Thread-safe.
 */
@Service
@NeedsPermission(Permission.USER_MANAGE)
public class Assignments {

    private final PeopleRecords records;
    private final PeopleChanges changes;
    private final RightsChange rights;
    private final Rank rank;

    Assignments(PeopleRecords records, PeopleChanges changes, RightsChange rights, Rank rank) {
        this.records = records;
        this.changes = changes;
        this.rights = rights;
        this.rank = rank;
    }

    public Bulk give(Role role, Collection<AccountId> accounts, Asker asker) {
        return Bulk.each(
                accounts,
                account ->
                        changeRoles(
                                "account.role-give",
                                account,
                                role,
                                () -> changes.give(account, role),
                                asker));
    }

    public Bulk take(Role role, Collection<AccountId> accounts, Asker asker) {
        return Bulk.each(
                accounts,
                account ->
                        changeRoles(
                                "account.role-take",
                                account,
                                role,
                                () -> changes.take(account, role),
                                asker));
    }

    public Bulk join(GroupId group, Collection<AccountId> accounts, Asker asker) {
        return Bulk.each(
                accounts,
                account ->
                        changeGroups(
                                "account.group-join",
                                account,
                                group,
                                () -> changes.join(account, group),
                                asker));
    }

    public Bulk leave(GroupId group, Collection<AccountId> accounts, Asker asker) {
        return Bulk.each(
                accounts,
                account ->
                        changeGroups(
                                "account.group-leave",
                                account,
                                group,
                                () -> changes.leave(account, group),
                                asker));
    }

    private boolean changeRoles(
            String action, AccountId account, Role role, Runnable change, Asker asker) {
        return rights.make(
                wish(action, account, asker),
                () -> {
                    rank.requireOver(account, asker);
                    rank.requireOver(Set.of(role), asker);
                    return Details.of("roles", () -> changes.roles(account), change);
                });
    }

    private boolean changeGroups(
            String action, AccountId account, GroupId group, Runnable change, Asker asker) {
        return rights.make(
                wish(action, account, asker),
                () -> {
                    rank.requireOver(account, asker);
                    rank.requireOver(group, asker);
                    return Details.of("groups", () -> changes.groups(account), change);
                });
    }

    private Wish wish(String action, AccountId account, Asker asker) {
        return new Wish(action, Permission.USER_MANAGE, records.subject(account), asker);
    }
}
