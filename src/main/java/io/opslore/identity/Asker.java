package io.opslore.identity;

import java.util.Set;

/**
 * The person on whose behalf something is read or changed. Passed explicitly to every service,
 * because thread-locals do not survive streaming and background work. Immutable.
 *
 * @param id the account
 * @param username the name typed at sign-in; also what audit and revisions show as author
 * @param roles the names of the roles held at the time of the request
 */
public record Asker(AccountId id, String username, Set<Role> roles) {

    public Asker {
        roles = Set.copyOf(roles);
    }

    /** Whether this person may do everything. */
    public boolean isAdmin() {
        return roles.contains(Role.ADMIN);
    }
}
