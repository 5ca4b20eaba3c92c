package io.opslore.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opslore.testing.TestingCertificate;
import io.opslore.testing.TestingHttps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.RestClient;

/** Real certificates, made here, and real handshakes with the JDK's own HTTPS server. */
class CertificatesTests {

    @TempDir private Path one;
    @TempDir private Path another;

    @Test
    void aServerIsKnownByItsBundleAndByNoOther() throws Exception {
        TestingCertificate certificate = TestingCertificate.in(one);
        TestingCertificate stranger = TestingCertificate.in(another);
        try (var server = new Secured(certificate)) {
            assertThat(server.askedBy(TestingCertificates.trusting(certificate))).isEqualTo(200);
            assertThatThrownBy(() -> server.askedBy(TestingCertificates.trusting(stranger)))
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefused() throws Exception {
        TestingCertificate elsewhere = TestingCertificate.in(one, "elsewhere.example.org");
        try (var server = new Secured(elsewhere)) {
            assertThatThrownBy(() -> server.askedBy(TestingCertificates.trusting(elsewhere)))
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void whereFilesChangeTheNextConnectionGoesByThem() {
        TestingCertificate first = TestingCertificate.in(one);
        TestingCertificate second = TestingCertificate.in(another);
        Path followed = one.resolve("followed.pem");
        copy(first, followed);
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withBean(Certificates.class)
                .withPropertyValues(
                        "spring.ssl.bundle.pem.models.truststore.certificate=" + followed,
                        "spring.ssl.bundle.pem.models.reload-on-update=true",
                        "spring.ssl.bundle.watch.file.quiet-period=100ms")
                .run(context -> {
                    Tls tls = context.getBean(Certificates.class).of("models", "any").orElseThrow();
                    try (var old = new Secured(first);
                            var renewed = new Secured(second)) {
                        assertThat(old.askedBy(tls)).isEqualTo(200);
                        assertThatThrownBy(() -> renewed.askedBy(tls))
                                .isInstanceOf(SSLException.class);

                        copy(second, followed);

                        await().atMost(Duration.ofSeconds(30))
                                .ignoreExceptionsInstanceOf(SSLException.class)
                                .until(() -> renewed.askedBy(tls) == 200);
                        assertThatThrownBy(() -> old.askedBy(tls)).isInstanceOf(SSLException.class);
                    }
                });
    }

    @Test
    void whatNamesNoBundleIsNamedWithThoseThatThereAre() {
        var bundles = new DefaultSslBundleRegistry();
        var certificates = new Certificates(bundles);

        assertThat(certificates.of("", "opslore.qdrant.ssl-bundle")).isEmpty();
        assertThatThrownBy(() -> certificates.of("internal", "opslore.qdrant.ssl-bundle"))
                .isInstanceOf(UnknownBundle.class)
                .hasMessageContaining("opslore.qdrant.ssl-bundle")
                .hasMessageContaining("'internal'");
    }

    @Test
    void aPinnedCertificateIsBelievedForAnyNameAndNoOtherIs() throws Exception {
        TestingCertificate certificate = TestingCertificate.in(one, "portal.example.org");
        TestingCertificate stranger = TestingCertificate.in(another);
        var pinned = PinnedCertificate.context(PinnedCertificate.fingerprint(certificate.x509()));
        try (var server = new Secured(certificate);
                var other = new Secured(stranger)) {
            assertThat(server.asked(Optional.of(pinned))).isEqualTo(200);
            assertThatThrownBy(() -> other.asked(Optional.of(pinned)))
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void serversThatPeopleNameAreKnownByTheOneBundleForThem() {
        TestingCertificate certificate = TestingCertificate.in(one);
        TestingCertificate stranger = TestingCertificate.in(another);
        try (var server = new Secured(certificate)) {
            assertThat(askedBy(certificate, server)).isEqualTo("{}");
            assertThatThrownBy(() -> askedBy(stranger, server))
                    .hasRootCauseInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void aServerThatPeopleNameIsRefusedWithACertificateForAnotherName() {
        TestingCertificate elsewhere = TestingCertificate.in(one, "elsewhere.example.org");
        try (var server = new Secured(elsewhere)) {
            assertThatThrownBy(() -> askedBy(elsewhere, server))
                    .hasCauseInstanceOf(SSLException.class);
        }
    }

    private static @Nullable String askedBy(TestingCertificate trusted, Secured server) {
        URI address = server.server.url();
        var settings =
                TestingOutbound.settings(List.of(), Set.of(address.getAuthority()), "internal");
        var outbound = new Outbound(settings, TestingCertificates.named("internal", trusted));
        return RestClient.builder()
                .requestFactory(outbound.requests(new Reach(false, Duration.ofSeconds(5))))
                .build()
                .get()
                .uri(address)
                .retrieve()
                .body(String.class);
    }

    private static void copy(TestingCertificate certificate, Path to) {
        try {
            Path part = to.resolveSibling("part.pem");
            Files.copy(certificate.certificate(), part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Secured implements AutoCloseable {

        private final TestingHttps server;

        Secured(TestingCertificate certificate) {
            server =
                    new TestingHttps(
                            TestingCertificates.trusting(certificate, certificate).context(), "{}");
        }

        int askedBy(Tls tls) throws Exception {
            return asked(Optional.of(tls.context()));
        }

        int asked(Optional<SSLContext> by) throws Exception {
            try (var client = TrustedTarget.at(server.url(), Duration.ofSeconds(5), by)) {
                var request = HttpRequest.newBuilder(server.url()).build();
                return client.send(request, BodyHandlers.discarding()).statusCode();
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
