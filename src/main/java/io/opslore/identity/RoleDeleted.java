package io.opslore.identity;

/** A role is no more; nobody held it. Published in that transaction. */
public record RoleDeleted(Role role) {}
