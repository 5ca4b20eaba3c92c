package io.opslore.shell;

import io.opslore.identity.SessionsEnding;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** A provider says, by a token that was checked, that a person is signed out there. */
class BackChannelSignOut implements LogoutHandler {

    private final SessionsEnding sessions;

    BackChannelSignOut(SessionsEnding sessions) {
        this.sessions = sessions;
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        if (authentication != null
                && authentication.getPrincipal() instanceof OidcLogoutToken token) {
            String path = request.getRequestURI();
            String provider = path.substring(path.lastIndexOf('/') + 1);
            sessions.endByProvider(provider, token.getSubject(), token.getSessionId());
        }
    }
}
