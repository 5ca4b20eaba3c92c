package io.opslore.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opslore.testing.TestingNginx;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project's nginx.conf in a real nginx, skipped where there is none. What stands behind it are
 * stand-ins that say their names and the size of what they were sent.
 */
class NginxTests {

    private static final int BROWSERS = 12;

    @TempDir private Path folder;
    private final HttpServer one = portal("one");
    private final HttpServer two = portal("two");
    private TestingNginx nginx;

    @BeforeEach
    void start() {
        nginx = TestingNginx.start(folder, url(one), url(two));
        Awaitility.await()
                .ignoreExceptions()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !get(browser()).isEmpty());
    }

    @AfterEach
    void stop() throws InterruptedException {
        one.stop(0);
        two.stop(0);
        if (nginx != null) {
            nginx.close();
        }
    }

    @Test
    void eachBrowserStaysAtItsPortalAndBothHaveSome() throws Exception {
        Map<String, Integer> at = new HashMap<>();
        for (int each = 0; each < BROWSERS; each++) {
            try (HttpClient browser = browser()) {
                String portal = get(browser);
                at.merge(portal, 1, Integer::sum);
                for (int again = 0; again < 8; again++) {
                    assertThat(get(browser)).isEqualTo(portal);
                }
            }
        }
        assertThat(at).containsOnlyKeys("one 0", "two 0");
    }

    @Test
    void whenOneDiesItsBrowsersComeToTheOtherAndTheOthersStay() throws Exception {
        one.stop(0);

        for (int each = 0; each < BROWSERS; each++) {
            try (HttpClient browser = browser()) {
                assertThat(get(browser)).isEqualTo("two 0");
                assertThat(get(browser)).isEqualTo("two 0");
            }
        }
    }

    @Test
    void largeUploadsArePassedOn() throws Exception {
        var upload =
                HttpRequest.newBuilder(URI.create(nginx.url() + "/upload"))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[40 << 20]))
                        .build();
        try (HttpClient browser = browser()) {
            assertThat(browser.send(upload, HttpResponse.BodyHandlers.ofString()).body())
                    .endsWith(" " + (40 << 20));
        }
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
    }

    private String get(HttpClient browser) throws IOException, InterruptedException {
        return browser.send(
                        HttpRequest.newBuilder(URI.create(nginx.url() + "/")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static HttpServer portal(String name) {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        long size =
                                exchange.getRequestBody()
                                        .transferTo(OutputStream.nullOutputStream());
                        byte[] said = (name + " " + size).getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(200, said.length);
                        exchange.getResponseBody().write(said);
                        exchange.close();
                    });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
