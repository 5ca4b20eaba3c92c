package io.opslore.identity;

/** What a group is called. */
public record GroupName(GroupId id, String name) {}
