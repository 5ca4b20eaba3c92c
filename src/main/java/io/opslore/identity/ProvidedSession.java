package io.opslore.identity;

import org.jspecify.annotations.Nullable;

/** A sign-in that a provider may end. */
public interface ProvidedSession {

    /** Whether the provider means this one; as {@link SessionsEnding#endByProvider}. */
    boolean isOf(String provider, @Nullable String subject, @Nullable String session);
}
