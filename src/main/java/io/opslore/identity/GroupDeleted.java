package io.opslore.identity;

/** A group is no more, and whatever was granted to it is void. Published in that transaction. */
public record GroupDeleted(GroupId group, String name) {}
