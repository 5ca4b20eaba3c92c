package io.opslore.identity;

import org.jspecify.annotations.Nullable;

/**
 * Which people to list; what is null or empty leaves nobody out.
 *
 * @param text is part of the username, the display name or the e-mail address, ignoring case
 * @param role is held, in whichever way
 * @param group they are in, themselves or by a nested group
 */
public record PeopleFilter(
        String text, @Nullable Role role, @Nullable GroupId group, @Nullable PersonState state) {

    /** Everybody. */
    public static final PeopleFilter ALL = new PeopleFilter("", null, null, null);

    /** Those in the group, themselves or by a nested group. */
    public static PeopleFilter in(GroupId group) {
        return new PeopleFilter("", null, group, null);
    }
}
