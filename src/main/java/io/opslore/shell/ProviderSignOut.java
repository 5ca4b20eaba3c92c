package io.opslore.shell;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** Whoever signed in at a provider is signed out there as well, and comes back to sign in. */
class ProviderSignOut extends OidcClientInitiatedLogoutSuccessHandler {

    ProviderSignOut(ClientRegistrationRepository providers) {
        super(providers);
        setPostLogoutRedirectUri("{baseUrl}" + ProviderFailures.LOGIN);
        setDefaultTargetUrl("/");
        setRedirectStrategy(new UidlRedirectStrategy());
    }

    /** A provider that is gone must not keep anybody signed in here. */
    @Override
    protected String determineTargetUrl(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        try {
            return super.determineTargetUrl(request, response, authentication);
        } catch (OAuth2AuthenticationException e) {
            return getDefaultTargetUrl();
        }
    }
}
