package io.opslore.identity;

import java.util.Map;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Service;

/** Tries whether a provider can be reached and is what it is taken for. Thread-safe. */
@Service
@NeedsPermission(Permission.PROVIDER_MANAGE)
public class ProviderChecks {

    private final ProviderDiscovery discovery;

    ProviderChecks(ProviderDiscovery discovery) {
        this.discovery = discovery;
    }

    /** Reads what the issuer says of itself now, which may take seconds. */
    public ProviderCheck check(String issuer, Asker asker) {
        try {
            Map<String, Object> metadata = discovery.of(issuer);
            return new ProviderCheck.Works(
                    metadata.containsKey("end_session_endpoint"),
                    Boolean.TRUE.equals(metadata.get("backchannel_logout_supported")));
        } catch (OAuth2AuthenticationException e) {
            return new ProviderCheck.Fails(
                    ProviderProblem.of(e), String.valueOf(e.getError().getDescription()));
        }
    }
}
