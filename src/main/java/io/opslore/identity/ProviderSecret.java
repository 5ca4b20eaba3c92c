package io.opslore.identity;

/** What becomes of a provider's client secret. */
public sealed interface ProviderSecret {

    /** The one that is kept, or its absence, stays. */
    record Kept() implements ProviderSecret {}

    /** The client has none; PKCE alone binds a code to the browser that asked for it. */
    record Absent() implements ProviderSecret {}

    /** From now on this one. */
    record Replaced(String secret) implements ProviderSecret {

        /** It is for nobody to read. */
        @Override
        public String toString() {
            return "Replaced";
        }
    }
}
