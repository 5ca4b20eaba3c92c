package io.opslore.connections.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.outbound.Outbound;
import io.opslore.outbound.TestingOutbound;
import io.opslore.testing.TestingCertificate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gets out of the client, whoever uses it how. */
class TransportTests {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.sendResponseHeaders(status, body.length);
                    try (exchange) {
                        exchange.getResponseBody().write(body);
                    }
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "get"})
    void letsNothingOutButGet(String verb) {
        try (HttpClient client = Transport.to(access(), allowed())) {
            HttpRequest request =
                    client.newHttpRequestBuilder()
                            .uri(access().server() + "/api/v1/namespaces/shop/pods")
                            .method(verb, "application/json", "{}")
                            .build();
            assertThatThrownBy(
                            () -> client.sendAsync(request, String.class).get(10, TimeUnit.SECONDS))
                    .hasStackTraceContaining("The portal only reads.");
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void speaksToNoOtherServer() {
        try (HttpClient client = Transport.to(access(), allowed())) {
            HttpRequest request =
                    client.newHttpRequestBuilder()
                            .uri(access().server().toString().replace("127.0.0.1", "localhost"))
                            .build();
            assertThatThrownBy(
                            () -> client.sendAsync(request, String.class).get(10, TimeUnit.SECONDS))
                    .hasStackTraceContaining("The portal only reads.");
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void doesNotConnectToWhereThePortalMayNot() {
        assertFails(Reason.UNFIT, () -> json(access(), TestingOutbound.allowing()));
        var tls = new ServerAccess(URI.create("https://127.0.0.1:" + port()), "", "", "", "");
        assertFails(Reason.DENIED, () -> json(tls, TestingOutbound.allowing()));
        var metadata = new ServerAccess(URI.create("https://169.254.169.254"), "", "", "", "");
        assertFails(Reason.DENIED, () -> json(metadata, TestingOutbound.allowing()));
        assertThat(seen).isEmpty();
    }

    @Test
    void followsNoRedirectAndTriesNothingTwice() {
        status = 302;
        assertFails(Reason.DOWN, () -> json(access(), allowed()));
        status = 503;
        assertFails(Reason.DOWN, () -> json(access(), allowed()));

        assertThat(seen).containsExactly("GET /version", "GET /version");
    }

    @Test
    void givesUpAnAnswerThatIsTooLargeOrNone() {
        body = "x".repeat(100).getBytes(StandardCharsets.UTF_8);
        assertFails(Reason.DOWN, () -> json(access(), allowed()));

        body = new byte[17_000_000];
        assertFails(Reason.TOO_WIDE, () -> json(access(), allowed()));
        try (var wire = wire(access(), allowed())) {
            Body some = wire.get("/log", Map.of(), "*/*", 1_000);
            assertThat(some.bytes()).hasSize(1_000);
            assertThat(some.full()).isTrue();
        }
    }

    @Test
    void letsGoOfAServerThatSaysNothingWhenItIsToldTo() throws Exception {
        var asked = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        server.createContext(
                "/version",
                exchange -> {
                    asked.countDown();
                    try {
                        over.await(30, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        var failed = new CompletableFuture<Throwable>();
        Thread asking =
                Thread.ofVirtual()
                        .start(() ->
                                failed.complete(catchThrowable(() -> json(access(), allowed()))));
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        asking.interrupt();

        assertThat(failed.get(5, TimeUnit.SECONDS))
                .isInstanceOf(ConnectionFailed.class)
                .hasMessageContaining("in time");
        over.countDown();
    }

    @Test
    void trustsNobodyButTheAuthorityThatIsNamed(@TempDir Path folder) throws Exception {
        byte[] pem = Files.readAllBytes(TestingCertificate.in(folder).certificate());
        String named = Base64.getEncoder().encodeToString(pem);

        TrustManager[] trusted =
                Transport.trusted(new ServerAccess(URI.create("https://a"), named, "", "", ""));

        assertThat(((X509TrustManager) trusted[0]).getAcceptedIssuers()).hasSize(1);
    }

    private static void assertFails(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(ConnectionFailed.class))
                .extracting(ConnectionFailed::reason)
                .isEqualTo(reason);
    }

    private static void json(ServerAccess access, Outbound outbound) {
        try (var wire = wire(access, outbound)) {
            wire.json("/version", Map.of());
        }
    }

    private static Wire wire(ServerAccess access, Outbound outbound) {
        return new Wire(Transport.to(access, outbound), access, "");
    }

    private Outbound allowed() {
        return TestingOutbound.allowing("127.0.0.1:" + port());
    }

    private ServerAccess access() {
        return new ServerAccess(URI.create("http://127.0.0.1:" + port()), "", "", "", "");
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
