package io.opslore.identity;

import java.util.EnumSet;
import java.util.Set;

/**
 * How far what was presented at the door goes: a session brings all that its person may do, a token
 * only what it was made for. It never adds a right.
 *
 * @param via by what means, for the record: {@code session}, {@code token <name>}, {@code command
 *     line}
 */
public record Reach(String via, Set<Permission> permissions) {

    /** All of the person's rights, in the browser. */
    public static final Reach SESSION = new Reach("session", EnumSet.allOf(Permission.class));

    public Reach {
        permissions = Set.copyOf(permissions);
    }

    /** Whether the means may carry this permission at all. */
    public boolean covers(Permission permission) {
        return permissions.contains(permission);
    }
}
