package io.opslore.identity;

import java.time.Instant;

/**
 * One sign-in that still holds.
 *
 * @param provider the provider's id; empty for a local account
 * @param lastSeen to the minute
 */
public record OpenSession(
        SessionId id,
        AccountId account,
        String username,
        String provider,
        Instant since,
        Instant lastSeen,
        SignInOrigin origin) {}
