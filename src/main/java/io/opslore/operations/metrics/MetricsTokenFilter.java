package io.opslore.operations.metrics;

import io.opslore.identity.Authority;
import io.opslore.identity.LocalToken;
import io.opslore.identity.Permission;
import io.opslore.identity.TokenDoor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets whoever brings the metrics' token, or a token of somebody who may see the operations, read
 * the metrics and the health in full.
 */
class MetricsTokenFilter extends OncePerRequestFilter {

    static final String ROLE = "METRICS";

    private static final String SCHEME = "Bearer ";

    private final MetricsSettings settings;
    private final LocalToken localToken;
    private final TokenDoor tokens;
    private final Authority authority;

    MetricsTokenFilter(
            MetricsSettings settings,
            LocalToken localToken,
            TokenDoor tokens,
            Authority authority) {
        this.settings = settings;
        this.localToken = localToken;
        this.tokens = tokens;
        this.authority = authority;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (presented(request).filter(token -> isGood(token, request)).isPresent()) {
            letIn();
        }
        chain.doFilter(request, response);
    }

    private boolean isGood(String token, HttpServletRequest request) {
        // The first two without the database, which may be what is to be found out about.
        return settings.isIt(token)
                || localToken.isIt(token)
                || tokens.redeem(token, request.getRemoteAddr())
                        .filter(asker -> authority.may(Permission.OPERATIONS_READ, asker))
                        .isPresent();
    }

    private static Optional<String> presented(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private static void letIn() {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        "metrics", null, AuthorityUtils.createAuthorityList("ROLE_" + ROLE)));
        SecurityContextHolder.setContext(context);
    }
}
