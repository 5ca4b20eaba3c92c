package io.opslore.standalone;

import io.opslore.connections.mcp.RemoteServer;
import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.AskerPrincipal;
import io.opslore.identity.Reach;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says who calls, by the token that they bring. */
class TokenFilter extends OncePerRequestFilter {

    /** For whom a caller calls that is trusted to say so. */
    static final String ON_BEHALF = RemoteServer.ON_BEHALF;

    private static final String SCHEME = "Bearer ";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.@:+-]{1,120}");

    private final StandaloneSettings settings;

    TokenFilter(StandaloneSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> caller = caller(request.getHeader(HttpHeaders.AUTHORIZATION));
        String other = request.getHeader(ON_BEHALF);
        if (caller.isPresent() && other != null && !mayName(caller.get(), other)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        caller.map(name -> asker(name, other == null ? name : RemoteServer.onBehalf(other)))
                .ifPresent(TokenFilter::letIn);
        chain.doFilter(request, response);
    }

    private boolean mayName(String caller, String other) {
        try {
            return settings.onBehalf().contains(caller)
                    && NAME.matcher(RemoteServer.onBehalf(other)).matches();
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    private Optional<String> caller(@org.jspecify.annotations.Nullable String header) {
        if (header == null || !header.startsWith(SCHEME)) {
            return Optional.empty();
        }
        byte[] presented = digest(header.substring(SCHEME.length()));
        return settings.tokens().entrySet().stream()
                .filter(token -> MessageDigest.isEqual(digest(token.getValue()), presented))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Asker asker(String caller, String name) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Asker(new AccountId(id), name, new Reach("token " + caller, Set.of()));
    }

    private static void letIn(Asker asker) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        new Caller(asker), null, AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
    }

    /** Equal lengths, so that the time of comparing tells nothing. */
    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.strip().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    private record Caller(Asker asker) implements AskerPrincipal {}
}
