package io.opslore.shell;

import io.opslore.identity.Asker;
import io.opslore.identity.AskerPrincipal;
import io.opslore.identity.LocalToken;
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

/** Lets a request to the API through as the person its bearer token stands for. */
class BearerTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final LocalToken localToken;
    private final TokenDoor tokens;

    BearerTokenFilter(LocalToken localToken, TokenDoor tokens) {
        this.localToken = localToken;
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        presented(request)
                .flatMap(token -> redeem(token, request))
                .ifPresent(BearerTokenFilter::signIn);
        chain.doFilter(request, response);
    }

    /** The token that the request brings, whichever it is. */
    static Optional<String> presented(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private Optional<Asker> redeem(String presented, HttpServletRequest request) {
        return localToken
                .redeem(presented)
                .or(() -> tokens.redeem(presented, request.getRemoteAddr()));
    }

    private static void signIn(Asker asker) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        new TokenPrincipal(asker),
                        null,
                        AuthorityUtils.createAuthorityList("ROLE_USER")));
        SecurityContextHolder.setContext(context);
    }

    private record TokenPrincipal(Asker asker) implements AskerPrincipal {}
}
