package io.opslore.identity;

import org.jspecify.annotations.Nullable;

/**
 * That somebody holds a role.
 *
 * @param through the group that gives it; null where it was given to the account itself
 */
public record Holding(Role role, @Nullable Membership through) {}
