package io.opslore.tools.mcp;

import io.modelcontextprotocol.server.transport.ServerTransportSecurityException;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityValidator;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site's page sends. Programs name no origin; a browser always does, and may
 * have been told by that page that its name is ours.
 */
final class SameOrigin implements ServerTransportSecurityValidator {

    @Override
    public void validateHeaders(Map<String, List<String>> given)
            throws ServerTransportSecurityException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(given);
        Optional<String> origin = first(headers.get("Origin"));
        if (origin.isPresent()
                && !origin.flatMap(SameOrigin::host).equals(first(headers.get("Host")))) {
            throw new ServerTransportSecurityException(403, "Another site's page may not call");
        }
    }

    private static Optional<String> first(@Nullable List<String> values) {
        return values == null ? Optional.empty() : values.stream().findFirst();
    }

    private static Optional<String> host(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
