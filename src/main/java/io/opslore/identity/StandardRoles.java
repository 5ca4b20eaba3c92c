package io.opslore.identity;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What the built-in roles permit when they come with the portal. */
final class StandardRoles {

    private static final Set<Permission> READER =
            EnumSet.of(
                    Permission.DOCUMENT_READ,
                    Permission.QUESTION_ASK,
                    Permission.CONVERSATION_SHARE);

    private static final Map<Role, Set<Permission>> PERMISSIONS =
            Map.of(
                    Role.READER,
                    READER,
                    Role.CONTRIBUTOR,
                    and(READER, Permission.DOCUMENT_WRITE),
                    Role.CURATOR,
                    and(
                            READER,
                            Permission.DOCUMENT_WRITE,
                            Permission.DOCUMENT_PURGE,
                            Permission.DOCUMENT_ORIGINAL,
                            Permission.SPACE_MANAGE),
                    Role.AUDITOR,
                    EnumSet.of(Permission.AUDIT_READ, Permission.USAGE_READ),
                    Role.ADMIN,
                    EnumSet.allOf(Permission.class));

    private StandardRoles() {}

    /** Nothing for a role that did not come with the portal. */
    static Set<Permission> of(Role role) {
        return PERMISSIONS.getOrDefault(role, Set.of());
    }

    private static Set<Permission> and(Set<Permission> some, Permission... more) {
        Set<Permission> all = EnumSet.copyOf(some);
        all.addAll(Set.of(more));
        return all;
    }
}
