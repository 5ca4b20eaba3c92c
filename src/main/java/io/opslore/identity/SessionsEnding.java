package io.opslore.identity;

import org.jspecify.annotations.Nullable;

/** Ends what people began at a provider that ended it on its side. Thread-safe. */
public interface SessionsEnding {

    /**
     * @param subject the provider's own name for the person; null for whoever the session is of
     * @param session the provider's own name for its session; null for all of the subject's
     * @return how many were ended
     */
    int endByProvider(String provider, @Nullable String subject, @Nullable String session);
}
