package io.opslore.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody who signed in at a provider. What they may do is asked of the account, never of the
 * token.
 */
record ProvidedUser(Asker asker, ProviderId provider, OidcIdToken token)
        implements OidcUser, AskerPrincipal {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + SignedIn.USER));
    }

    /** The account's name here, not the provider's. */
    @Override
    public String getName() {
        return asker.username();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return getClaims();
    }

    @Override
    public Map<String, Object> getClaims() {
        return token.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public OidcIdToken getIdToken() {
        return token;
    }

    @Override
    public SignInMethod method() {
        return new SignInMethod(
                provider.value(), token.getSubject(), token.getClaimAsString("sid"));
    }

    /** The token is for nobody to read. */
    @Override
    public String toString() {
        return "ProvidedUser[" + asker.username() + " by " + provider.value() + "]";
    }
}
