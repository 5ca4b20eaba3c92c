package io.opslore.identity;

import java.util.Set;

/**
 * A role as those who manage roles see it.
 *
 * @param people how many hold it, in whichever way
 * @param groups how many groups give it
 * @param standard whether it permits what it did when it came with the portal; false for others
 */
public record RoleInfo(
        RoleName called,
        String description,
        Set<Permission> permissions,
        int people,
        int groups,
        boolean standard) {

    public RoleInfo {
        permissions = Set.copyOf(permissions);
    }

    public Role role() {
        return called.role();
    }

    /** Whether what it permits can be changed at all. */
    public boolean isFixed() {
        return role().equals(Role.ADMIN);
    }
}
