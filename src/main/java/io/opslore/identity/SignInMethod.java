package io.opslore.identity;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody proved who they are.
 *
 * @param provider the sign-in provider's id; empty for a local account
 * @param subject what the provider calls the person
 * @param session what the provider calls their session there, by which it may end ours
 */
public record SignInMethod(String provider, @Nullable String subject, @Nullable String session) {

    /** With a password of this portal. */
    public static final SignInMethod LOCAL = new SignInMethod("", null, null);

    /** Whether it was with a password of this portal. */
    public boolean isLocal() {
        return provider.isEmpty();
    }
}
