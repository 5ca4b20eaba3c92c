package io.opslore.identity;

/**
 * What a role is called.
 *
 * @param name as an admin wrote it; the screens have names of their own for what is built in
 */
public record RoleName(Role role, String name, boolean builtIn) {}
