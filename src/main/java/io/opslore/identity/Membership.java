package io.opslore.identity;

import org.jspecify.annotations.Nullable;

/**
 * That somebody belongs to a group.
 *
 * @param through the nested group that brings them there; null where they are in it themselves
 */
public record Membership(GroupId group, String name, @Nullable Membership through) {}
