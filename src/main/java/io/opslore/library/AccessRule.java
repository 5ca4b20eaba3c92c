package io.opslore.library;

import io.opslore.identity.Permission;
import io.opslore.identity.Rights;
import io.opslore.identity.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rule itself: what somebody's rights come to in a space and before a narrowed document. Both
 * the enforcement and its explanation ask here, so that they cannot differ. Pure.
 */
final class AccessRule {

    private AccessRule() {}

    /** Every way on which the rights lead into a space with these grants; none for most people. */
    static List<GrantPath> paths(Rights rights, Collection<SpaceGrant> grants) {
        Stream<GrantPath> everywhere =
                rights.roles().stream()
                        .filter(role -> rights.of(role).contains(Permission.SPACE_ALL))
                        .map(role -> new GrantPath.EverySpace(role, inSpace(rights, role)));
        Stream<GrantPath> granted =
                grants.stream()
                        .filter(grant -> rights.is(grant.grantee()))
                        .map(grant ->
                                new GrantPath.Granted(
                                        grant.grantee(),
                                        grant.role(),
                                        inSpace(rights, grant.role())));
        return Stream.concat(everywhere, granted)
                .filter(path -> !path.permissions().isEmpty())
                .toList();
    }

    /** What may be done in a space with these grants; nothing unless it may also be read. */
    static Set<Permission> permissions(Rights rights, Collection<SpaceGrant> grants) {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        paths(rights, grants).forEach(path -> all.addAll(path.permissions()));
        return all.contains(Permission.DOCUMENT_READ) ? all : Set.of();
    }

    /**
     * Whether somebody with these permissions in its space may see a narrowed document. Who manages
     * the space could end the narrowing, so that it keeps nothing from them.
     */
    static boolean passes(Rights rights, Set<Permission> inSpace, Narrowed narrowed) {
        return inSpace.contains(Permission.SPACE_MANAGE)
                || inSpace.contains(Permission.DOCUMENT_READ)
                        && narrowed.to().stream().anyMatch(rights::is);
    }

    private static Set<Permission> inSpace(Rights rights, Role role) {
        return rights.of(role).stream()
                .filter(Permission::isInSpace)
                .collect(Collectors.toUnmodifiableSet());
    }
}
