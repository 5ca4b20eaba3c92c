package io.opslore.shell;

import io.opslore.identity.ProvidedSignOut;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** A provider says, by a token, that a person is signed out there. */
class BackChannelSignOut extends OncePerRequestFilter {

    private static final RequestMatcher ADDRESS =
            PathPatternRequestMatcher.withDefaults()
                    .matcher(
                            org.springframework.http.HttpMethod.POST,
                            "/logout/connect/back-channel/{provider}");

    private final ProvidedSignOut signOut;

    BackChannelSignOut(ProvidedSignOut signOut) {
        this.signOut = signOut;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain others)
            throws ServletException, IOException {
        RequestMatcher.MatchResult address = ADDRESS.matcher(request);
        if (!address.isMatch()) {
            others.doFilter(request, response);
            return;
        }
        String token = request.getParameter("logout_token");
        String provider = address.getVariables().get("provider");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(
                token != null && provider != null && signOut.told(provider, token)
                        ? HttpServletResponse.SC_OK
                        : HttpServletResponse.SC_BAD_REQUEST);
    }
}
