package io.opslore.identity;

import java.util.Collection;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Service;

/**
 * Hears from providers that somebody is signed out there. Spring Security could do it too, but
 * fetches the keys by a client of its own, past {@link io.opslore.outbound}. Thread-safe.
 */
@Service
public class ProvidedSignOut {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private static final Logger log = LoggerFactory.getLogger(ProvidedSignOut.class);

    private final ProviderRegistrations registrations;
    private final ProvidedTokens tokens;
    private final SessionsEnding sessions;

    ProvidedSignOut(
            ProviderRegistrations registrations, ProvidedTokens tokens, SessionsEnding sessions) {
        this.registrations = registrations;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /**
     * Ends the sessions that a genuine logout token names; all else is refused.
     *
     * @return whether it was one
     */
    public boolean told(String provider, String token) {
        try {
            ClientRegistration registration = registrations.findByRegistrationId(provider);
            if (registration == null) {
                return false;
            }
            Jwt logout = tokens.logoutDecoder(registration).decode(token);
            if (!isOne(logout, registration)) {
                return false;
            }
            sessions.endByProvider(provider, logout.getSubject(), logout.getClaimAsString("sid"));
            return true;
        } catch (BadJwtException e) {
            return false;
        } catch (JwtException | OAuth2AuthenticationException e) {
            log.warn(
                    "Could not check who is signed out at {}; they stay signed in here",
                    provider,
                    e);
            return false;
        }
    }

    /** As OpenID Connect Back-Channel Logout 1.0 has it in 2.6; time and key were checked. */
    private static boolean isOne(Jwt token, ClientRegistration registration) {
        Map<String, Object> events = token.getClaimAsMap("events");
        Collection<String> audience = token.getAudience();
        String issuer = registration.getProviderDetails().getIssuerUri();
        return events != null
                && events.get(EVENT) != null
                && token.hasClaim("iat")
                && token.hasClaim("jti")
                && (token.hasClaim("sub") || token.hasClaim("sid"))
                && !token.hasClaim("nonce")
                && audience != null
                && audience.contains(registration.getClientId())
                && issuer != null
                && issuer.equals(token.getClaimAsString("iss"));
    }
}
