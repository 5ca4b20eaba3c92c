package io.opslore.identity;

import io.opslore.outbound.OutboundDenied;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Reads what a provider says of itself, and does not believe what is unfit. Thread-safe. */
@Component
class ProviderDiscovery {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final List<String> NEEDED =
            List.of("authorization_endpoint", "token_endpoint", "jwks_uri");
    private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
            new ParameterizedTypeReference<>() {};

    private final RestClient http;
    private final ProviderHttp provider;

    ProviderDiscovery(ProviderHttp provider) {
        this.provider = provider;
        http = RestClient.builder().requestFactory(provider.requests()).build();
    }

    /** The provider's metadata; throws a {@link ProviderProblem} with what is wrong. */
    Map<String, Object> of(String issuer) {
        requireSafe(issuer);
        Map<String, Object> metadata = read(issuer.replaceFirst("/+$", "") + WELL_KNOWN);
        Object named = metadata.get("issuer");
        if (!issuer.equals(named)) {
            throw ProviderProblem.OTHER_ISSUER.thrown(String.valueOf(named));
        }
        for (String endpoint : NEEDED) {
            if (!(metadata.get(endpoint) instanceof String address)) {
                throw ProviderProblem.NO_DISCOVERY.thrown(endpoint);
            }
            requireSafe(address);
        }
        return metadata;
    }

    /** Whether the address is one that may be spoken to, as far as can be seen from it. */
    boolean isSafe(String address) {
        return provider.isWellWritten(address);
    }

    private void requireSafe(String address) {
        if (!isSafe(address)) {
            throw ProviderProblem.INSECURE.thrown(address);
        }
    }

    private Map<String, Object> read(String address) {
        try {
            Map<String, Object> metadata =
                    http.get().uri(URI.create(address)).retrieve().body(METADATA);
            if (metadata == null) {
                throw ProviderProblem.NO_DISCOVERY.thrown(address);
            }
            return metadata;
        } catch (ResourceAccessException e) {
            throw OutboundDenied.in(e)
                    .map(denied -> ProviderProblem.FORBIDDEN.thrown(denied.reason()))
                    .orElseGet(() -> ProviderProblem.UNREACHABLE.thrown(address));
        } catch (RestClientException e) {
            throw ProviderProblem.NO_DISCOVERY.thrown(address);
        }
    }
}
