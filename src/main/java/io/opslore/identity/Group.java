package io.opslore.identity;

import java.util.List;

/**
 * A group of people, and of groups that hold people only.
 *
 * @param members how many people are in it themselves
 * @param roles which it gives to all in it
 * @param inner the groups nested in it
 * @param outer the groups that it is nested in
 */
public record Group(
        GroupName called,
        String description,
        int members,
        List<RoleName> roles,
        List<GroupName> inner,
        List<GroupName> outer) {

    public Group {
        roles = List.copyOf(roles);
        inner = List.copyOf(inner);
        outer = List.copyOf(outer);
    }

    public GroupId id() {
        return called.id();
    }

    public String name() {
        return called.name();
    }
}
