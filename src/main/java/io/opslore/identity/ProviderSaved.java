package io.opslore.identity;

import java.util.Set;

/** What became of a wish to add or change a provider. */
public sealed interface ProviderSaved {

    /** It is as wished. */
    record Saved(Provider provider) implements ProviderSaved {}

    /** Nothing was changed. */
    record Invalid(Set<Field> fields) implements ProviderSaved {}

    /** What can be wrong. */
    enum Field {
        KEY,
        NAME,
        ISSUER,
        CLIENT_ID,
        SCOPES,
        USERNAME_CLAIM,
        RULES
    }
}
