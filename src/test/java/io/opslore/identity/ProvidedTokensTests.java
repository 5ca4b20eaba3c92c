package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.opslore.outbound.TestingOutbound;
import io.opslore.testing.TestingKeycloak;
import io.opslore.testing.TestingRealm;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

/** Tokens of a real Keycloak, and what somebody could make of them. */
class ProvidedTokensTests {

    private static final ProviderSettings SETTINGS =
            new ProviderSettings(
                    false, Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofSeconds(30));

    private static TestingRealm realm;

    @BeforeAll
    static void aRealm() {
        Assumptions.assumeTrue(TestingKeycloak.isThere(), "The build has unpacked no Keycloak");
        String name = "tokens-" + UUID.randomUUID();
        realm = TestingKeycloak.running().realm(name, "http://localhost:1", "tokens");
    }

    @Test
    void aTokenOfNowIsTaken() {
        Jwt token = decode(realm.identityToken("alice"), Clock.systemUTC());

        assertThat(token.getClaimAsString("preferred_username")).isEqualTo("alice");
        assertThat(token.getClaimAsStringList("groups")).containsExactly("platform");
    }

    @Test
    void anExpiredTokenIsRefused() {
        String token = realm.identityToken("alice");
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(300 + 90));

        assertThatThrownBy(() -> decode(token, later))
                .isInstanceOf(JwtException.class)
                .hasMessageContaining("expired");
    }

    @Test
    void aTokenOfAnotherIssuerIsRefusedThoughItsKeyIsRight() {
        String token = realm.byOtherName().identityToken("alice");

        assertThatThrownBy(() -> decode(token, Clock.systemUTC()))
                .isInstanceOf(JwtException.class)
                .hasMessageContaining("iss");
    }

    @Test
    void aTokenForAnotherClientIsRefused() {
        ClientRegistration other = registration("another-client");
        String token = realm.identityToken("alice");

        assertThatThrownBy(() -> tokens(Clock.systemUTC()).createDecoder(other).decode(token))
                .isInstanceOf(JwtException.class)
                .hasMessageContaining("aud");
    }

    @Test
    void anUnsignedTokenIsRefused() throws Exception {
        String forged = new PlainJWT(claims()).serialize();

        assertThatThrownBy(() -> decode(forged, Clock.systemUTC()))
                .isInstanceOf(JwtException.class);
    }

    @Test
    void aTokenSignedWithAnotherKeyIsRefused() throws Exception {
        var own = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String forged = signed(JWSAlgorithm.RS256, new RSASSASigner(own.getPrivate()));

        assertThatThrownBy(() -> decode(forged, Clock.systemUTC()))
                .isInstanceOf(JwtException.class);
    }

    @Test
    void aTokenSignedWithTheSharedSecretIsRefused() throws Exception {
        byte[] secret = TestingRealm.CLIENT_SECRET.repeat(2).getBytes();

        assertThatThrownBy(() ->
                        decode(
                                signed(JWSAlgorithm.HS256, new MACSigner(secret)),
                                Clock.systemUTC()))
                .isInstanceOf(JwtException.class);
    }

    /** A real token's claims and key id under another signature. */
    private static String signed(JWSAlgorithm algorithm, JWSSigner signer)
            throws JOSEException, ParseException, GeneralSecurityException {
        String key = SignedJWT.parse(realm.identityToken("alice")).getHeader().getKeyID();
        var forged = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims());
        forged.sign(signer);
        return forged.serialize();
    }

    private static JWTClaimsSet claims() throws ParseException {
        return SignedJWT.parse(realm.identityToken("alice")).getJWTClaimsSet();
    }

    private static Jwt decode(String token, Clock clock) {
        return tokens(clock).createDecoder(registration(TestingRealm.CLIENT_ID)).decode(token);
    }

    private static ProvidedTokens tokens(Clock clock) {
        return new ProvidedTokens(http(), SETTINGS, clock);
    }

    private static ProviderHttp http() {
        return new ProviderHttp(TestingOutbound.allowing(TestingKeycloak.hostAndPort()), SETTINGS);
    }

    private static ClientRegistration registration(String client) {
        var discovery = new ProviderDiscovery(http());
        return ClientRegistrations.fromOidcConfiguration(discovery.of(realm.issuer()))
                .registrationId("tokens")
                .clientId(client)
                .build();
    }
}
