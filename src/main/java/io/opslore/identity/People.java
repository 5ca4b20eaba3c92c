package io.opslore.identity;

import io.opslore.audit.Subject;
import io.opslore.identity.ChangeRefused.Reason;
import io.opslore.identity.RightsChange.Wish;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The accounts of the portal, for those who manage them. Thread-safe. */
@Service
@NeedsPermission(Permission.USER_MANAGE)
public class People {

    private final PeopleRecords records;
    private final PeopleChanges changes;
    private final RightsChange rights;
    private final Rank rank;
    private final Accounts accounts;

    People(
            PeopleRecords records,
            PeopleChanges changes,
            RightsChange rights,
            Rank rank,
            Accounts accounts) {
        this.records = records;
        this.changes = changes;
        this.rights = rights;
        this.rank = rank;
        this.accounts = accounts;
    }

    /** One page of those whom the filter lets through; the database reads no more than that. */
    public List<PersonRow> page(
            PeopleFilter filter, PeopleOrder order, int offset, int limit, Asker asker) {
        return records.page(filter, order, offset, limit);
    }

    /** How many the filter lets through. */
    public int count(PeopleFilter filter, Asker asker) {
        return records.count(filter);
    }

    /** All about somebody; throws {@link ChangeRefused} where there is no such account. */
    public Person person(AccountId account, Asker asker) {
        return records.person(account);
    }

    /**
     * Makes a local account. Nobody can be given more than the asker may do themselves.
     *
     * @throws ChangeRefused also for a name that cannot be used or is taken, whatever its case
     */
    public NewAccount create(NewPerson person, Asker asker) {
        String username = NameRules.username(person.username());
        Profile profile = NameRules.profile(person.profile());
        String password = OneTimePassword.random();
        var wish =
                new Wish(
                        "account.create",
                        Permission.USER_MANAGE,
                        new Subject("account", "", username),
                        asker);
        rights.make(
                wish,
                () -> {
                    if (changes.isTaken(username)) {
                        throw new ChangeRefused(Reason.NAME_TAKEN);
                    }
                    rank.requireOver(person.roles(), asker);
                    person.groups().forEach(group -> rank.requireOver(group, asker));
                    AccountId id = accounts.create(username, password, Set.of()).id();
                    equip(id, profile, person);
                    return created(id, person);
                });
        return new NewAccount(records.named(username), password);
    }

    /**
     * Changes what somebody is called.
     *
     * @param before as it was shown: where it is not so any more, nothing is changed
     * @return whether something was changed
     */
    public boolean edit(AccountId account, Profile before, Profile after, Asker asker) {
        Profile profile = NameRules.profile(after);
        var wish =
                new Wish("account.edit", Permission.USER_MANAGE, records.subject(account), asker);
        return rights.make(
                wish,
                () -> {
                    rank.requireOver(account, asker);
                    if (!changes.profile(account).equals(before)) {
                        throw new ChangeRefused(Reason.CHANGED_MEANWHILE);
                    }
                    return Details.of(
                            "profile",
                            () -> text(changes.profile(account)),
                            () -> changes.setProfile(account, profile));
                });
    }

    private void equip(AccountId id, Profile profile, NewPerson person) {
        changes.setProfile(id, profile);
        person.roles().forEach(role -> changes.give(id, role));
        person.groups().forEach(group -> changes.join(id, group));
    }

    private Map<String, ?> created(AccountId id, NewPerson person) {
        return Map.of(
                "account",
                id.value().toString(),
                "roles",
                List.copyOf(
                        person.roles().stream()
                                .map(Role::key)
                                .collect(Collectors.toCollection(TreeSet::new))),
                "groups",
                changes.groups(id));
    }

    private static Map<String, ?> text(Profile profile) {
        return Map.of("displayName", profile.displayName(), "email", profile.email());
    }
}
