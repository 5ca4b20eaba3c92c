package io.opslore.tools.mcp;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Refuses what another site's page sends. Programs name no origin; a browser always does, and may
 * have been told by that page that its name is ours.
 */
final class SameOrigin implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        String origin = request.headers().firstHeader(HttpHeaders.ORIGIN);
        String host = request.headers().firstHeader(HttpHeaders.HOST);
        return origin == null || isOf(origin, host)
                ? next.handle(request)
                : ServerResponse.status(HttpStatus.FORBIDDEN).build();
    }

    private static boolean isOf(String origin, @Nullable String host) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority())
                    .filter(authority -> authority.equals(host))
                    .isPresent();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
