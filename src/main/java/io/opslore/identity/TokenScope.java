package io.opslore.identity;

import java.util.EnumSet;
import java.util.Set;

/** What a token is usually made for. */
public enum TokenScope {
    /** Find, read and ask. */
    READ(EnumSet.of(Permission.DOCUMENT_READ, Permission.QUESTION_ASK)),
    /** The same, and upload and edit. */
    READ_AND_WRITE(
            EnumSet.of(
                    Permission.DOCUMENT_READ, Permission.QUESTION_ASK, Permission.DOCUMENT_WRITE)),
    /** Whatever is chosen one by one. */
    CUSTOM(EnumSet.noneOf(Permission.class));

    private final Set<Permission> permissions;

    TokenScope(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    /** Empty for what is chosen one by one. */
    public Set<Permission> permissions() {
        return Set.copyOf(permissions);
    }
}
