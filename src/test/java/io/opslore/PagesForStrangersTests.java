package io.opslore;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.testing.PortalTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody gets over HTTP who is not signed in: the sign-in page, or a refusal. */
class PagesForStrangersTests extends PortalTest {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @LocalServerPort private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sources",
                "search?q=x",
                "account",
                "documents/%s",
                "c/%s",
                "admin/verify",
                "admin/users",
                "originals/%s",
                "no/such/page",
                "error",
                "actuator",
                "actuator/env"
            })
    void areSentToSignIn(String page) throws Exception {
        HttpResponse<String> answer = get(page.formatted(UUID.randomUUID()));

        assertThat(answer.statusCode()).isIn(302, 401, 403);
        assertThat(answer.headers().firstValue("Location").orElse("/login")).endsWith("/login");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/verify", "api/ingest", "api/spaces/x/ingest", "api/nothing"})
    void getNothingFromTheApiWithoutAToken(String path) throws Exception {
        for (String header : new String[] {"", "Bearer", "Bearer x", "Basic YWRtaW46YWRtaW4="}) {
            HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
            if (!header.isEmpty()) {
                request.header("Authorization", header);
            }
            HttpResponse<String> answer = BROWSER.send(request.build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
            assertThat(answer.body()).doesNotContain("at io.opslore", "Exception");
        }
    }

    @Test
    void cannotSendFiles() throws Exception {
        var request =
                HttpRequest.newBuilder(at("batches/" + UUID.randomUUID() + "/files?path=a.md"))
                        .PUT(BodyPublishers.ofString("x"))
                        .build();

        assertThat(BROWSER.send(request, BodyHandlers.ofString()).statusCode()).isIn(401, 403);
    }

    @Test
    void getASignInPageThatLocksTheBrowserDown() throws Exception {
        HttpResponse<String> page = get("login");

        assertThat(page.statusCode()).as(page.headers().toString()).isEqualTo(200);
        assertThat(header(page, "Content-Security-Policy"))
                .contains("frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Cache-Control")).contains("no-store");
        assertThat(header(page, "Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
        assertThat(page.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(page.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void learnFromHealthOnlyWhetherThePortalIsUp() throws Exception {
        assertThat(get("actuator/health").body()).doesNotContain("components", "database");
    }

    @Test
    void cannotTrace() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(
                            "TRACE /login HTTP/1.1\r\nHost: localhost\r\nX-Secret: s\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).doesNotContain("X-Secret").doesNotStartWith("HTTP/1.1 200");
        }
    }

    private static String header(HttpResponse<?> page, String name) {
        return page.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return BROWSER.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:%d/%s".formatted(port, path));
    }
}
