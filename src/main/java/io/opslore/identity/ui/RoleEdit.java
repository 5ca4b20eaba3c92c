package io.opslore.identity.ui;

import io.opslore.identity.Permission;
import io.opslore.identity.Role;
import java.util.Set;

/** What a role permitted when it was shown, and what it is to permit. */
record RoleEdit(Role role, Set<Permission> before, Set<Permission> after) {

    RoleEdit {
        before = Set.copyOf(before);
        after = Set.copyOf(after);
    }

    /** How many permissions come or go. */
    long size() {
        return before.stream().filter(it -> !after.contains(it)).count()
                + after.stream().filter(it -> !before.contains(it)).count();
    }
}
