package io.opslore.identity;

import io.opslore.audit.Subject;
import io.opslore.identity.ChangeRefused.Reason;
import io.opslore.identity.RightsChange.Wish;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Groups of people, nested once: an inner group holds people only. Nobody can change a group that
 * gives its people more than they may do themselves. Who is in a group is listed by {@link People}
 * and changed by {@link Assignments}. Thread-safe.
 */
@Service
@NeedsPermission(Permission.USER_MANAGE)
public class Groups {

    private final GroupRecords records;
    private final GroupChanges changes;
    private final RightsChange rights;
    private final Rank rank;
    private final ApplicationEventPublisher events;

    Groups(
            GroupRecords records,
            GroupChanges changes,
            RightsChange rights,
            Rank rank,
            ApplicationEventPublisher events) {
        this.records = records;
        this.changes = changes;
        this.rights = rights;
        this.rank = rank;
        this.events = events;
    }

    /** One page of those with the text in their name or description, by name. */
    public List<Group> page(String text, int offset, int limit, Asker asker) {
        return records.page(text.strip(), offset, limit);
    }

    /** How many have the text in their name or description. */
    public int count(String text, Asker asker) {
        return records.count(text.strip());
    }

    /** Throws {@link ChangeRefused} where there is no such group. */
    public Group group(GroupId group, Asker asker) {
        return records.group(group);
    }

    public GroupId create(GroupText text, Asker asker) {
        GroupText valid = valid(text);
        var group = new GroupId(UUID.randomUUID());
        var subject = new Subject("group", group.value().toString(), valid.name());
        rights.make(
                new Wish("group.create", Permission.USER_MANAGE, subject, asker),
                () -> {
                    requireFree(valid, group);
                    changes.insert(group, valid);
                    return Map.of("after", text(valid));
                });
        return group;
    }

    /**
     * @param before as it was shown: where it is not so any more, nothing is changed
     */
    public boolean describe(GroupId group, GroupText before, GroupText after, Asker asker) {
        GroupText valid = valid(after);
        return change(
                "group.edit",
                group,
                asker,
                () -> {
                    Group now = records.group(group);
                    if (!new GroupText(now.name(), now.description()).equals(before)) {
                        throw new ChangeRefused(Reason.CHANGED_MEANWHILE);
                    }
                    requireFree(valid, group);
                    changes.describe(group, valid);
                    return valid.equals(before)
                            ? Map.of()
                            : Map.of("before", text(before), "after", text(valid));
                });
    }

    /** Its people stay, without what it gave them; {@link GroupDeleted} tells the other rooms. */
    public void delete(GroupId group, Asker asker) {
        change(
                "group.delete",
                group,
                asker,
                () -> {
                    Group last = records.group(group);
                    changes.delete(group);
                    events.publishEvent(new GroupDeleted(group, last.name()));
                    return Map.of(
                            "before",
                            Map.of(
                                    "members",
                                    last.members(),
                                    "roles",
                                    last.roles().stream().map(it -> it.role().key()).toList()));
                });
    }

    /** Gives the role to everybody in the group, now and later. */
    public boolean give(Role role, GroupId group, Asker asker) {
        return changeRoles("group.role-give", group, role, () -> changes.give(group, role), asker);
    }

    public boolean take(Role role, GroupId group, Asker asker) {
        return changeRoles("group.role-take", group, role, () -> changes.take(group, role), asker);
    }

    /** Whoever is in the inner group is in the outer one too, from now on. */
    public boolean nest(GroupId inner, GroupId outer, Asker asker) {
        return change(
                "group.nest",
                outer,
                asker,
                () -> {
                    rank.requireOver(inner, asker);
                    records.group(inner);
                    if (inner.equals(outer)
                            || changes.isNested(outer)
                            || changes.holdsGroups(inner)) {
                        throw new ChangeRefused(Reason.TOO_DEEP);
                    }
                    return Details.of(
                            "groups", () -> changes.inner(outer), () -> changes.nest(inner, outer));
                });
    }

    public boolean unnest(GroupId inner, GroupId outer, Asker asker) {
        return change(
                "group.unnest",
                outer,
                asker,
                () ->
                        Details.of(
                                "groups",
                                () -> changes.inner(outer),
                                () -> changes.unnest(inner, outer)));
    }

    private boolean changeRoles(
            String action, GroupId group, Role role, Runnable change, Asker asker) {
        return change(
                action,
                group,
                asker,
                () -> {
                    rank.requireOver(List.of(role), asker);
                    return Details.of("roles", () -> changes.roles(group), change);
                });
    }

    private boolean change(
            String action, GroupId group, Asker asker, Supplier<Map<String, ?>> change) {
        return rights.make(
                new Wish(action, Permission.USER_MANAGE, records.subject(group), asker),
                () -> {
                    rank.requireOver(group, asker);
                    return change.get();
                });
    }

    private void requireFree(GroupText text, GroupId by) {
        if (changes.isTaken(text.name(), by)) {
            throw new ChangeRefused(Reason.NAME_TAKEN);
        }
    }

    private static GroupText valid(GroupText text) {
        return new GroupText(
                NameRules.name(text.name()), NameRules.description(text.description()));
    }

    private static Map<String, ?> text(GroupText text) {
        return Map.of("name", text.name(), "description", text.description());
    }
}
