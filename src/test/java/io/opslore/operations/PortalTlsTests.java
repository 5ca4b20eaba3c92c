package io.opslore.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opslore.ingest.cli.RunningPortal;
import io.opslore.outbound.TestingCertificates;
import io.opslore.outbound.Tls;
import io.opslore.outbound.TrustedTarget;
import io.opslore.testing.TestingCertificate;
import io.opslore.testing.TestingCommand;
import io.opslore.testing.TestingPortalProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal as a process that speaks HTTPS itself, with a certificate that is renewed. */
class PortalTlsTests {

    @TempDir private Path data;
    @TempDir private Path shown;
    @TempDir private Path next;

    @Test
    void browsersAndCommandsReachItAndARenewedCertificateIsShownWithoutARestart() throws Exception {
        TestingCertificate first = TestingCertificate.in(shown);
        Tls knowsFirst = TestingCertificates.trusting(first);
        try (var portal = TestingPortalProcess.start(data, environment(first))) {
            assertThat(portal.url()).startsWith("https://");
            HttpResponse<String> page = page(portal, knowsFirst);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(page.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("Secure"));
            assertThat(verified()).contains("agree");

            TestingCertificate second = TestingCertificate.in(next);
            Tls knowsSecond = TestingCertificates.trusting(second);
            assertThatThrownBy(() -> page(portal, knowsSecond)).isInstanceOf(SSLException.class);
            replace(first.key(), second.key());
            replace(first.certificate(), second.certificate());

            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(SSLException.class)
                    .until(() -> page(portal, knowsSecond).statusCode() == 200);
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(SSLException.class)
                    .until(this::answersACommand);
        }
    }

    private static Map<String, String> environment(TestingCertificate certificate) {
        return Map.of(
                "SERVER_SSL_BUNDLE",
                "portal",
                "SPRING_SSL_BUNDLE_PEM_PORTAL_KEYSTORE_CERTIFICATE",
                certificate.certificate().toString(),
                "SPRING_SSL_BUNDLE_PEM_PORTAL_KEYSTORE_PRIVATEKEY",
                certificate.key().toString(),
                "SPRING_SSL_BUNDLE_PEM_PORTAL_RELOADONUPDATE",
                "true",
                "SPRING_SSL_BUNDLE_WATCH_FILE_QUIETPERIOD",
                "500ms");
    }

    private static HttpResponse<String> page(TestingPortalProcess portal, Tls known)
            throws Exception {
        URI address = URI.create(portal.url());
        try (var client =
                TrustedTarget.at(address, Duration.ofSeconds(5), Optional.of(known.context()))) {
            return client.send(
                    HttpRequest.newBuilder(address.resolve("/login")).build(),
                    BodyHandlers.ofString());
        }
    }

    private String verified() throws Exception {
        var command = new TestingCommand("", data, "verify", "--quick");
        assertThat(command.await()).as(command.output()).isZero();
        return command.output();
    }

    /** As every command does that finds a portal on its data folder. */
    private boolean answersACommand() throws Exception {
        RunningPortal portal = RunningPortal.on(data).orElseThrow();
        try (var client = portal.client()) {
            HttpRequest request =
                    HttpRequest.newBuilder(portal.url().resolve("/api/ingest"))
                            .header("Authorization", "Bearer " + portal.token())
                            .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    private static void replace(Path file, Path by) throws IOException {
        Path part = Files.copy(by, file.resolveSibling(file.getFileName() + ".part"));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
