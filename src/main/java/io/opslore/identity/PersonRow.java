package io.opslore.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a list of people.
 *
 * @param roles held in whichever way, each once
 * @param groups how many they are in, themselves
 */
public record PersonRow(
        AccountId id,
        String username,
        Profile profile,
        PersonState state,
        List<RoleName> roles,
        int groups,
        @Nullable Instant lastSignInAt) {

    public PersonRow {
        roles = List.copyOf(roles);
    }

    /** The display name, or the username where there is none. */
    public String name() {
        return profile.displayName().isEmpty() ? username : profile.displayName();
    }
}
