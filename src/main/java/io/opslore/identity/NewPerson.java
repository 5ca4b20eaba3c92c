package io.opslore.identity;

import java.util.Set;

/** Somebody who is to get a local account. */
public record NewPerson(String username, Profile profile, Set<Role> roles, Set<GroupId> groups) {

    public NewPerson {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }
}
