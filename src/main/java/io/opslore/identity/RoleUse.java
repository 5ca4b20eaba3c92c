package io.opslore.identity;

/** Where roles are granted outside of this room; a room that grants them says so. */
public interface RoleUse {

    /** In how many places the role is granted, or something is granted to its holders. */
    int of(Role role);
}
