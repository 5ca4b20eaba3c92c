package io.opslore.identity;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A named set of permissions, by its key. What it permits is kept in the database, because admins
 * may change it.
 *
 * @param key lower-case letters, digits and hyphens, at most 40
 */
public record Role(String key) {

    // First: the roles below are checked by it.
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** May read the spaces granted to readers, and ask. */
    public static final Role READER = new Role("reader");

    /** A reader who may also upload. */
    public static final Role CONTRIBUTOR = new Role("contributor");

    /** A contributor who also says who may see a space; meant to be granted in one. */
    public static final Role CURATOR = new Role("curator");

    /** May read the audit log and the answer ledger, and no document. */
    public static final Role AUDITOR = new Role("auditor");

    /** May do everything, everywhere. */
    public static final Role ADMIN = new Role("admin");

    /** Those that come with the portal and cannot be removed. */
    public static final List<Role> BUILT_IN = List.of(READER, CONTRIBUTOR, CURATOR, AUDITOR, ADMIN);

    public Role {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "A role's key has 1 to 40 lower-case letters, digits and hyphens: " + key);
        }
    }
}
