package io.opslore.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token that its person may use in place of signing in; never its secret.
 *
 * @param id the part of the token that is no secret
 * @param name what its person calls it
 * @param permissions the most that can be done with it; what its person may not do, it may not
 * @param lastUsed to the minute; null if never
 */
public record AccessToken(
        String id,
        AccountId account,
        String username,
        String name,
        Set<Permission> permissions,
        Instant created,
        Instant expires,
        @Nullable Instant lastUsed,
        @Nullable String lastAddress) {

    public AccessToken {
        permissions = Set.copyOf(permissions);
    }

    /** Whether it is too old to be used. */
    public boolean isExpiredAt(Instant moment) {
        return !moment.isBefore(expires);
    }
}
