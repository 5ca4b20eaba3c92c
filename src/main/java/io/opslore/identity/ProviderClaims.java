package io.opslore.identity;

/**
 * Which claims tell of a person what; each is a path, with dots into nested ones.
 *
 * @param username what the account is called here
 */
public record ProviderClaims(String username, String email, String name) {

    /** As the standard names them. */
    public static final ProviderClaims STANDARD =
            new ProviderClaims("preferred_username", "email", "name");
}
