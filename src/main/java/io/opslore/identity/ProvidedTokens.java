package io.opslore.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/**
 * Decides whether an identity token is genuine, for us, and of now: signed by a key that the
 * provider publishes, with an algorithm of public keys, never with none or a shared secret.
 * Thread-safe.
 */
@Component
class ProvidedTokens implements JwtDecoderFactory<ClientRegistration> {

    private static final String ALGORITHMS = "id_token_signing_alg_values_supported";

    private final RestTemplate http;
    private final ProviderSettings settings;
    private final Clock clock;
    private final Map<String, Ready> decoders = new ConcurrentHashMap<>();

    ProvidedTokens(ProviderHttp http, ProviderSettings settings, Clock clock) {
        this.http = new RestTemplate(http.requests());
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        return ready(registration).identity;
    }

    /** For tokens that end sessions: of the same keys, and of their own type if they say one. */
    JwtDecoder logoutDecoder(ClientRegistration registration) {
        return ready(registration).logout;
    }

    /** Kept with the keys that were fetched for it. */
    private Ready ready(ClientRegistration registration) {
        return decoders.compute(
                registration.getRegistrationId(),
                (id, known) ->
                        known != null && known.registration == registration
                                ? known
                                : new Ready(
                                        registration,
                                        newIdentityDecoder(registration),
                                        newLogoutDecoder(registration)));
    }

    private JwtDecoder newLogoutDecoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder = genuine(registration).validateType(false).build();
        var type = new JwtTypeValidator("logout+jwt", "JWT");
        type.setAllowEmpty(true);
        var lifetime = new JwtTimestampValidator(settings.clockSkew());
        lifetime.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(type, lifetime));
        return decoder;
    }

    private NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder genuine(ClientRegistration registration) {
        return NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
                .jwsAlgorithms(accepted -> accepted.addAll(algorithms(registration)))
                .restOperations(http);
    }

    private JwtDecoder newIdentityDecoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder = genuine(registration).build();
        var lifetime = new JwtTimestampValidator(settings.clockSkew());
        lifetime.setClock(clock);
        var identity = new OidcIdTokenValidator(registration);
        identity.setClockSkew(settings.clockSkew());
        identity.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(lifetime, identity));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    /** Those of public keys that the provider says it signs with; RS256 is the standard's own. */
    private static List<SignatureAlgorithm> algorithms(ClientRegistration registration) {
        Object named = registration.getProviderDetails().getConfigurationMetadata().get(ALGORITHMS);
        List<SignatureAlgorithm> known =
                named instanceof Collection<?> names
                        ? names.stream()
                                .map(name -> SignatureAlgorithm.from(String.valueOf(name)))
                                .filter(Objects::nonNull)
                                .toList()
                        : List.of();
        return known.isEmpty() ? List.of(SignatureAlgorithm.RS256) : known;
    }

    private record Ready(ClientRegistration registration, JwtDecoder identity, JwtDecoder logout) {}
}
