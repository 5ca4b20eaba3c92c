package io.opslore.identity;

import io.opslore.identity.ChangeRefused.Reason;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps whoever manages people or roles from making anybody mightier than themselves. */
@Component
class Rank {

    private final Authority authority;
    private final HolderRecords holders;

    Rank(Authority authority, HolderRecords holders) {
        this.authority = authority;
        this.holders = holders;
    }

    /** Over an account: a disabled one counts with what it will hold again. */
    void requireOver(AccountId account, Asker asker) {
        require(holders.rolesOf(account), Reason.PERSON_ABOVE_YOU, asker);
    }

    /** Over a group with what it brings its members, also by the groups that it is nested in. */
    void requireOver(GroupId group, Asker asker) {
        require(holders.rolesOf(group), Reason.GROUP_ABOVE_YOU, asker);
    }

    void requireOver(Collection<Role> roles, Asker asker) {
        require(roles, Reason.ROLE_ABOVE_YOU, asker);
    }

    /** For making of the one role the other. */
    void requireMaking(Set<Permission> before, Set<Permission> after, Asker asker) {
        if (!power(asker).lacking(before, after).isEmpty()) {
            throw new ChangeRefused(Reason.PERMISSION_ABOVE_YOU);
        }
    }

    private void require(Collection<Role> roles, Reason otherwise, Asker asker) {
        Power power = power(asker);
        if (roles.stream().map(holders::permissions).anyMatch(it -> !power.covers(it))) {
            throw new ChangeRefused(otherwise);
        }
    }

    private Power power(Asker asker) {
        return Power.of(authority.of(asker));
    }
}
