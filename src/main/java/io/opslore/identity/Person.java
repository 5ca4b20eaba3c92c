package io.opslore.identity;

import java.time.Instant;
import java.util.List;

/**
 * All that an admin sees of somebody.
 *
 * @param local whether they have a password here; others sign in elsewhere
 * @param roles once for each way that they came by them
 * @param groups once for each way that they came into them
 */
public record Person(
        PersonRow row,
        boolean local,
        Instant createdAt,
        List<HeldRole> roles,
        List<HeldGroup> groups) {

    public Person {
        roles = List.copyOf(roles);
        groups = List.copyOf(groups);
    }

    /** One way by which a role is held. */
    public record HeldRole(RoleName role, Source source) {}

    /** One way by which somebody is in a group. */
    public record HeldGroup(GroupId group, String name, Source source) {}
}
