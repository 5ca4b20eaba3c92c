package io.opslore.identity;

import java.time.LocalDate;
import java.util.Set;

/**
 * A token that somebody wants.
 *
 * @param lastDay the last one on which it is good, as days end in UTC
 */
public record TokenWish(String name, Set<Permission> permissions, LocalDate lastDay) {

    /** The most characters of a name. */
    public static final int LONGEST_NAME = 80;

    public TokenWish {
        name = name.strip();
        permissions = Set.copyOf(permissions);
    }
}
