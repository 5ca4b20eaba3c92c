package io.opslore.library;

import io.opslore.identity.Grantee;
import io.opslore.identity.Permission;
import io.opslore.identity.Role;
import java.util.Set;

/**
 * One way on which somebody comes by permissions in a space.
 *
 * @param role what it permits there
 * @param permissions those of it that count in a space, as far as the credential goes
 */
public sealed interface GrantPath {

    Role role();

    Set<Permission> permissions();

    /** The space grants the role to somebody, and this person is one of them. */
    record Granted(Grantee grantee, Role role, Set<Permission> permissions) implements GrantPath {}

    /** The person holds a role that counts in every space. */
    record EverySpace(Role role, Set<Permission> permissions) implements GrantPath {}
}
