package io.opslore.identity;

/** What an admin writes about a group. */
public record GroupText(String name, String description) {}
