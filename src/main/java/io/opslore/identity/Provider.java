package io.opslore.identity;

import java.util.List;

/**
 * Where people sign in by OpenID Connect, without its secret. Immutable.
 *
 * @param name what the button says
 * @param issuer its address, exactly as it names itself
 * @param hasSecret whether a client secret is kept
 * @param createsAccounts whether somebody without an account gets one at first sign-in
 * @param enabled whether people may sign in there
 */
public record Provider(
        ProviderId id,
        String name,
        String issuer,
        String clientId,
        boolean hasSecret,
        List<String> scopes,
        ProviderClaims claims,
        List<ClaimRule> rules,
        boolean createsAccounts,
        boolean enabled) {

    public Provider {
        scopes = List.copyOf(scopes);
        rules = List.copyOf(rules);
    }

    /** The same, on or off. */
    public Provider withEnabled(boolean otherwise) {
        return new Provider(
                id,
                name,
                issuer,
                clientId,
                hasSecret,
                scopes,
                claims,
                rules,
                createsAccounts,
                otherwise);
    }
}
