package io.opslore.identity;

/** The built-in roles; what each may do is decided by the room that owns the thing. */
public enum Role {
    /** May read the spaces granted to readers, and ask. */
    READER,
    /** A reader who may also upload. */
    CONTRIBUTOR,
    /** May do everything. */
    ADMIN
}
