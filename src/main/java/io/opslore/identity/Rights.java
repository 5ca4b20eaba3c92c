package io.opslore.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What somebody is and may do at one moment, and how they came by it. An account that is disabled
 * or absent has none. Immutable.
 *
 * @param memberships the groups they are in, directly and by nesting
 * @param holdings the roles they hold, once for each way that they came by it
 * @param permitted what every role of the portal permits
 * @param reach what of it the presented credential carries
 */
public record Rights(
        AccountId account,
        List<Membership> memberships,
        List<Holding> holdings,
        Map<Role, Set<Permission>> permitted,
        Reach reach) {

    public Rights {
        memberships = List.copyOf(memberships);
        holdings = List.copyOf(holdings);
        permitted = Map.copyOf(permitted);
    }

    /** Of an account that may do nothing. */
    public static Rights none(AccountId account) {
        return new Rights(account, List.of(), List.of(), Map.of(), new Reach("none", Set.of()));
    }

    /** The same rights, as far as the credential goes. */
    public Rights within(Reach narrower) {
        return new Rights(account, memberships, holdings, permitted, narrower);
    }

    /** The roles held. */
    public Set<Role> roles() {
        return holdings.stream().map(Holding::role).collect(Collectors.toSet());
    }

    /** What a role permits to its holders, as far as the credential goes. */
    public Set<Permission> of(Role role) {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        all.addAll(permitted.getOrDefault(role, Set.of()));
        all.retainAll(reach.permissions());
        return all;
    }

    /** What may be done everywhere. */
    public Set<Permission> everywhere() {
        return permissions(any -> true).stream()
                .filter(Predicate.not(Permission::isInSpace))
                .collect(Collectors.toSet());
    }

    /** What may be done in every space without a grant there. */
    public Set<Permission> inEverySpace() {
        return permissions(role -> of(role).contains(Permission.SPACE_ALL)).stream()
                .filter(Permission::isInSpace)
                .collect(Collectors.toSet());
    }

    /** Whether what is granted to the grantee is granted to this person. */
    public boolean is(Grantee grantee) {
        return switch (grantee) {
            case Grantee.Person(AccountId id) -> id.equals(account) && !isNobody();
            case Grantee.Members(GroupId group) ->
                    memberships.stream().anyMatch(membership -> membership.group().equals(group));
            case Grantee.Holders(Role role) -> roles().contains(role);
        };
    }

    /** Whether the account is disabled or absent. */
    public boolean isNobody() {
        return reach.permissions().isEmpty();
    }

    private Collection<Permission> permissions(Predicate<Role> wanted) {
        return roles().stream()
                .filter(wanted)
                .flatMap(role -> of(role).stream())
                .collect(Collectors.toSet());
    }
}
