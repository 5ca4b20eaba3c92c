package io.opslore.identity;

import io.opslore.audit.Subject;
import io.opslore.identity.ChangeRefused.Reason;
import io.opslore.identity.RightsChange.Wish;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The roles and what they permit. What admins may do is fixed; the other built-in roles can be
 * changed and set back, but neither renamed nor deleted. Nobody can put into a role what they may
 * not do themselves. Thread-safe.
 */
@Service
@NeedsPermission(Permission.ROLE_MANAGE)
public class Roles {

    private final RoleRecords records;
    private final RightsChange rights;
    private final Rank rank;
    private final ObjectProvider<RoleUse> uses;
    private final ApplicationEventPublisher events;

    Roles(
            RoleRecords records,
            RightsChange rights,
            Rank rank,
            ObjectProvider<RoleUse> uses,
            ApplicationEventPublisher events) {
        this.records = records;
        this.rights = rights;
        this.rank = rank;
        this.uses = uses;
        this.events = events;
    }

    /** All of them, the built-in ones first. Those who manage people need them as well. */
    @NeedsPermission({Permission.ROLE_MANAGE, Permission.USER_MANAGE})
    public List<RoleInfo> all(Asker asker) {
        return records.all();
    }

    /** Makes a role that permits nothing yet; its key is made from its name. */
    public Role create(RoleText text, Asker asker) {
        RoleText valid = valid(text);
        Role role = RoleKeys.free(valid.name(), records.all());
        rights.make(
                new Wish(
                        "role.create",
                        Permission.ROLE_MANAGE,
                        new Subject("role", role.key(), valid.name()),
                        asker),
                () -> {
                    requireFree(valid, role);
                    if (!records.insert(role, valid)) {
                        throw new ChangeRefused(Reason.NAME_TAKEN);
                    }
                    return Map.of("after", text(valid));
                });
        return role;
    }

    /**
     * @param before as it was shown: where it is not so any more, nothing is changed
     */
    public boolean describe(Role role, RoleText before, RoleText after, Asker asker) {
        RoleText valid = valid(after);
        return change(
                "role.edit",
                role,
                asker,
                now -> {
                    requireOwn(now);
                    requireSame(new RoleText(now.called().name(), now.description()), before);
                    requireFree(valid, role);
                    return Details.of(
                            "text",
                            () -> text(records.info(role)),
                            () -> records.describe(role, valid));
                });
    }

    /**
     * Says what the role permits from now on.
     *
     * @param before as it was shown: where it is not so any more, nothing is changed
     */
    public boolean permit(Role role, Set<Permission> before, Set<Permission> after, Asker asker) {
        return change(
                "role.permit",
                role,
                asker,
                now -> {
                    requireSame(now.permissions(), Set.copyOf(before));
                    return permit(now, after, asker);
                });
    }

    /** Lets a built-in role permit what it did when it came with the portal. */
    public boolean reset(Role role, Asker asker) {
        return change(
                "role.reset",
                role,
                asker,
                now -> {
                    if (!now.called().builtIn()) {
                        throw new ChangeRefused(Reason.GONE);
                    }
                    return permit(now, StandardRoles.of(role), asker);
                });
    }

    /** Refused while somebody holds it, or it is granted anywhere. */
    public void delete(Role role, Asker asker) {
        change(
                "role.delete",
                role,
                asker,
                now -> {
                    requireOwn(now);
                    int granted = uses.orderedStream().mapToInt(use -> use.of(role)).sum();
                    if (now.people() + now.groups() + granted > 0) {
                        throw new ChangeRefused(
                                Reason.ROLE_IN_USE, now.people(), now.groups(), granted);
                    }
                    List<String> permissions = records.permissions(role);
                    records.delete(role);
                    events.publishEvent(new RoleDeleted(role));
                    return Map.of("before", Map.of("permissions", permissions));
                });
    }

    private Map<String, ?> permit(RoleInfo now, Set<Permission> after, Asker asker) {
        if (now.isFixed()) {
            throw new ChangeRefused(Reason.ADMIN_ROLE_IS_FIXED);
        }
        rank.requireMaking(now.permissions(), after, asker);
        return Details.of(
                "permissions",
                () -> records.permissions(now.role()),
                () -> records.permit(now.role(), after));
    }

    private boolean change(String action, Role role, Asker asker, Change change) {
        return rights.make(
                new Wish(action, Permission.ROLE_MANAGE, records.subject(role), asker),
                () -> change.of(records.info(role)));
    }

    private void requireFree(RoleText text, Role by) {
        if (records.all().stream()
                .filter(other -> !other.role().equals(by))
                .anyMatch(other -> other.called().name().equalsIgnoreCase(text.name()))) {
            throw new ChangeRefused(Reason.NAME_TAKEN);
        }
    }

    private static void requireOwn(RoleInfo role) {
        if (role.called().builtIn()) {
            throw new ChangeRefused(Reason.BUILT_IN);
        }
    }

    private static void requireSame(Object now, Object before) {
        if (!now.equals(before)) {
            throw new ChangeRefused(Reason.CHANGED_MEANWHILE);
        }
    }

    private static RoleText valid(RoleText text) {
        return new RoleText(NameRules.name(text.name()), NameRules.description(text.description()));
    }

    private static Map<String, ?> text(RoleInfo role) {
        return text(new RoleText(role.called().name(), role.description()));
    }

    private static Map<String, ?> text(RoleText text) {
        return Map.of("name", text.name(), "description", text.description());
    }

    /** What is done with the role as it is now, under the lock. */
    private interface Change {
        Map<String, ?> of(RoleInfo now);
    }
}
