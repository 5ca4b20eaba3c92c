package io.opslore.identity;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
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
    private final ProviderSettings settings;

    ProviderDiscovery(ProviderHttp http, ProviderSettings settings) {
        this.http = RestClient.builder().requestFactory(http.requests()).build();
        this.settings = settings;
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

    /** Whether the address may be spoken to: by TLS, or on this machine. */
    boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme())
                                    && (settings.allowHttp() || isHere(uri.getHost())));
        } catch (IllegalArgumentException e) {
            return false;
        }
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
            throw ProviderProblem.UNREACHABLE.thrown(address);
        } catch (RestClientException e) {
            throw ProviderProblem.NO_DISCOVERY.thrown(address);
        }
    }

    private static boolean isHere(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
