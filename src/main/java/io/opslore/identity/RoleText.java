package io.opslore.identity;

/** What an admin writes about a role. */
public record RoleText(String name, String description) {}
