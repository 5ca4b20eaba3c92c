package io.opslore.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody may hand on: what they may do themselves, and no more. A permission in a space that
 * stands in a role with {@link Permission#SPACE_ALL} counts as one for every space.
 */
record Power(Set<Permission> everywhere, Set<Permission> inSpaces, Set<Permission> inEverySpace) {

    static Power of(Rights rights) {
        return new Power(
                rights.everywhere(),
                rights.roles().stream()
                        .flatMap(role -> rights.of(role).stream())
                        .filter(Permission::isInSpace)
                        .collect(Collectors.toSet()),
                rights.inEverySpace());
    }

    /** Whether a role with these permissions permits nothing beyond. */
    boolean covers(Set<Permission> role) {
        return lacking(Set.of(), role).isEmpty();
    }

    /** What keeps from making of the one role the other. */
    Set<Permission> lacking(Set<Permission> before, Set<Permission> after) {
        Set<Permission> lacking = EnumSet.noneOf(Permission.class);
        boolean ofAllSpaces = after.contains(Permission.SPACE_ALL);
        boolean becomesSo = ofAllSpaces && !before.contains(Permission.SPACE_ALL);
        Collection<Permission> spaces = ofAllSpaces ? inEverySpace : inSpaces;
        for (Permission permission : after) {
            boolean isNew = becomesSo && permission.isInSpace() || !before.contains(permission);
            Collection<Permission> own = permission.isInSpace() ? spaces : everywhere;
            if (isNew && !own.contains(permission)) {
                lacking.add(permission);
            }
        }
        return lacking;
    }
}
