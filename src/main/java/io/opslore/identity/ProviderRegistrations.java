package io.opslore.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/**
 * The providers as they stand in the database this moment, for Spring Security; what they say of
 * themselves is remembered for a while. Thread-safe.
 */
@Component
class ProviderRegistrations implements ClientRegistrationRepository {

    private final ProviderRecords providers;
    private final ProviderDiscovery discovery;
    private final ProviderSettings settings;
    private final Clock clock;
    private final Map<ProviderId, Ready> ready = new ConcurrentHashMap<>();

    ProviderRegistrations(
            ProviderRecords providers,
            ProviderDiscovery discovery,
            ProviderSettings settings,
            Clock clock) {
        this.providers = providers;
        this.discovery = discovery;
        this.settings = settings;
        this.clock = clock;
    }

    /** Null for a provider that is absent or off; throws where it cannot be used. */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return ProviderId.isOne(id) ? find(new ProviderId(id)) : null;
    }

    private @Nullable ClientRegistration find(ProviderId id) {
        long version = providers.enabledVersion(id);
        if (version < 0) {
            return null;
        }
        Ready known = ready.get(id);
        if (known == null || known.version != version || isOld(known.until)) {
            known =
                    new Ready(
                            version,
                            clock.instant().plus(settings.discovery()),
                            registration(providers.find(id).orElseThrow()));
            ready.put(id, known);
        }
        return known.registration;
    }

    /** Also where it would be good for longer than it can be, since the clock was set back. */
    private boolean isOld(Instant until) {
        Instant now = clock.instant();
        return until.isBefore(now) || until.isAfter(now.plus(settings.discovery()));
    }

    private ClientRegistration registration(Provider provider) {
        ClientRegistration.Builder builder =
                ClientRegistrations.fromOidcConfiguration(discovery.of(provider.issuer()))
                        .registrationId(provider.id().value())
                        .clientName(provider.name())
                        .clientId(provider.clientId())
                        .scope(provider.scopes())
                        .clientSettings(ClientSettings.builder().requireProofKey(true).build());
        if (provider.hasSecret()) {
            builder.clientSecret(secret(provider.id()));
        } else {
            builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return builder.build();
    }

    private String secret(ProviderId id) {
        try {
            return providers.secret(id);
        } catch (Secrets.SecretUnreadable e) {
            throw ProviderProblem.SECRET_LOST.thrown(String.valueOf(e.getMessage()));
        }
    }

    private record Ready(long version, Instant until, ClientRegistration registration) {}
}
