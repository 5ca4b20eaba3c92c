package io.opslore.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The Compose file's Traefik, by its own arguments and files but for addresses, before two
 * stand-ins for portals; skipped where there is no Traefik. What needs none is looked at in the
 * files.
 */
class TraefikTests {

    private static final Path FILES = Path.of("docker/traefik/dynamic");
    private static final String HOST = "localhost";

    @TempDir private Path folder;
    private final List<HttpServer> portals = new ArrayList<>();
    private Process traefik;
    private int encrypted;
    private int plain;

    @AfterEach
    void stop() throws InterruptedException {
        portals.forEach(portal -> portal.stop(0));
        if (traefik != null) {
            traefik.destroy();
            traefik.waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void eachWayLeadsToAServiceAndThroughLimitsThatThereAre() throws IOException {
        Set<String> services = new HashSet<>();
        Set<String> middlewares = new HashSet<>();
        List<JsonNode> routers = new ArrayList<>();
        try (Stream<Path> files = Files.list(FILES)) {
            files.forEach(file -> {
                JsonNode http =
                        Yaml.all(Yaml.text(file).replaceAll("(?m)^\\{\\{.*}}$", ""))
                                .getFirst()
                                .path("http");
                Yaml.keys(http.path("services")).forEach(services::add);
                Yaml.keys(http.path("middlewares")).forEach(middlewares::add);
                http.path("routers").forEach(routers::add);
            });
        }
        assertThat(routers).hasSize(4);
        for (JsonNode router : routers) {
            assertThat(services).contains(router.get("service").asString());
            assertThat(middlewares).containsAll(Yaml.texts(router.get("middlewares")));
            assertThat(Yaml.texts(router.get("middlewares")))
                    .contains("headers")
                    .hasSizeGreaterThan(1);
            assertThat(Yaml.texts(router.get("entryPoints"))).containsExactly("websecure");
        }
    }

    @Test
    void keepsABrowserAtItsPortalAndTakesItToTheOtherWhenThatDies() throws Exception {
        start();
        Set<String> seen = new HashSet<>();
        String cookie = "";
        for (int browser = 0; browser < 6; browser++) {
            var first = get("/");
            cookie = first.headers().firstValue("set-cookie").orElseThrow();
            String portal = first.body();
            seen.add(portal);
            for (int again = 0; again < 4; again++) {
                assertThat(get("/", "Cookie", cookie.split(";")[0]).body()).isEqualTo(portal);
            }
        }
        assertThat(seen).containsExactlyInAnyOrder("one", "two");
        assertThat(cookie).startsWith("OPSLORE_AT=").contains("Secure", "HttpOnly", "SameSite=Lax");

        portals.getFirst().stop(0);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    for (int each = 0; each < 4; each++) {
                        assertThat(get("/").body()).isEqualTo("two");
                    }
                });
    }

    @Test
    void letsInByTlsAloneAndKeepsWhatIsInsideInside() throws Exception {
        start();

        var answer = get("/");
        assertThat(answer.headers().firstValue("strict-transport-security")).isPresent();
        assertThat(get("/actuator/health").statusCode()).isEqualTo(404);
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(404);
        var unencrypted = send(plain, "http", "/where");
        assertThat(unencrypted.statusCode()).isEqualTo(301);
        assertThat(unencrypted.headers().firstValue("location"))
                .hasValue("https://" + HOST + "/where");
    }

    @Test
    void saysWhoAsksWhateverTheySay() throws Exception {
        start();

        assertThat(get("/address", "X-Forwarded-For", "6.6.6.6").body())
                .isEqualTo("127.0.0.1 https");
    }

    @Test
    void brakesSignInsLongBeforeOtherRequests() throws Exception {
        start();
        List<Integer> signIns = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int each = 0; each < 30; each++) {
            signIns.add(post("/login").statusCode());
            others.add(post("/VAADIN/").statusCode());
        }
        assertThat(signIns).startsWith(200).endsWith(429);
        assertThat(others).containsOnly(200);
    }

    private void start() throws Exception {
        Programs.require("traefik", "no traefik on this machine");
        portals.add(portal("one"));
        portals.add(portal("two"));
        Path secrets = folder.resolve("secrets");
        Programs.run(
                Path.of(""),
                Map.of("PORTAL_HOST", HOST),
                "sh",
                Path.of("docker/make-secrets").toAbsolutePath().toString(),
                secrets.toString());
        Path dynamic = Files.createDirectory(folder.resolve("dynamic"));
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.toList()) {
                Files.writeString(
                        dynamic.resolve(file.getFileName()),
                        Yaml.text(file).replace("/run/secrets", secrets.toString()));
            }
        }
        encrypted = freePort();
        plain = freePort();
        var builder = new ProcessBuilder(command(dynamic)).redirectErrorStream(true);
        builder.environment().put("PORTAL_HOST", HOST);
        builder.environment().put("KEYCLOAK_HOST", "id." + HOST);
        builder.environment().put("GRAFANA_HOST", "grafana." + HOST);
        builder.environment()
                .put(
                        "PORTALS",
                        String.join(",", portals.stream().map(TraefikTests::address).toList()));
        traefik = builder.redirectOutput(folder.resolve("traefik.log").toFile()).start();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(get("/").statusCode()).isEqualTo(200));
    }

    /** As the Compose file says it, at other addresses. */
    private List<String> command(Path dynamic) throws IOException {
        List<String> command = new ArrayList<>(List.of(Programs.find("traefik").orElseThrow()));
        for (String argument :
                Yaml.texts(
                        Yaml.read(Path.of("docker/compose.yaml"))
                                .at("/services/traefik/command"))) {
            command.add(
                    argument.replaceAll("\\$\\{[A-Z_]+:?-([^}]*)}", "$1")
                            .replace("=:8080", "=127.0.0.1:" + plain)
                            .replace(
                                    "websecure.address=:443",
                                    "websecure.address=127.0.0.1:" + encrypted)
                            .replace("127.0.0.1:8082", "127.0.0.1:" + freePort())
                            .replace("/acme/", folder + "/")
                            .replace("/etc/traefik/dynamic", dynamic.toString()));
        }
        return command;
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(encrypted, "https", path, headers);
    }

    private HttpResponse<String> post(String path) throws Exception {
        return exchange(
                encrypted,
                "https",
                path,
                request -> request.POST(HttpRequest.BodyPublishers.ofString("x")));
    }

    private HttpResponse<String> send(int port, String scheme, String path, String... headers)
            throws Exception {
        return exchange(
                port,
                scheme,
                path,
                request -> {
                    if (headers.length > 0) {
                        request.headers(headers);
                    }
                });
    }

    private HttpResponse<String> exchange(
            int port, String scheme, String path, Consumer<HttpRequest.Builder> with)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(scheme + "://" + HOST + ":" + port + path));
        with.accept(request);
        try (var client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(trusting(folder.resolve("secrets/ca.crt")))
                        .build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static SSLContext trusting(Path authority) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        try (var pem = Files.newInputStream(authority)) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static HttpServer portal(String name) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    var asked = exchange.getRequestHeaders();
                    String said =
                            exchange.getRequestURI().getPath().equals("/address")
                                    ? asked.getFirst("X-Forwarded-For")
                                            + " "
                                            + asked.getFirst("X-Forwarded-Proto")
                                    : name;
                    exchange.sendResponseHeaders(200, said.length());
                    exchange.getResponseBody().write(said.getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
