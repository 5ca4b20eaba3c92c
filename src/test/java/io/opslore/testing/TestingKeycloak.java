package io.opslore.testing;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real Keycloak, started once for all tests of the JVM and stopped with it. The build unpacks it;
 * it keeps everything in memory.
 */
public final class TestingKeycloak {

    /** Where the example's realm is told that the portal is. */
    public static final String EXAMPLE_PORTAL = "https://portal.example.org";

    private static final Path FOLDER = Path.of("target/keycloak");
    private static final Path EXAMPLE = Path.of("docker/keycloak/opslore-realm.json");

    /** Of one that runs already, for whoever repeats a test and does not want to wait. */
    private static final @Nullable String RUNNING = System.getProperty("opslore.test.keycloak");

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    /** Fixed before it starts, so that the portal can be told in time where it will be. */
    private static final int PORT = RUNNING == null ? freePort() : URI.create(RUNNING).getPort();

    private static TestingKeycloak running;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    private TestingKeycloak(String address) {
        this.address = address;
    }

    /** Where it will be, as {@code opslore.outbound.allowed-hosts} wants it. */
    public static String hostAndPort() {
        return (RUNNING == null ? "127.0.0.1" : URI.create(RUNNING).getHost()) + ":" + PORT;
    }

    /** Whether the build has unpacked one. */
    public static boolean isThere() {
        return RUNNING != null || home().isPresent();
    }

    /** The one of this JVM, answering; its first start takes a minute or two. */
    public static synchronized TestingKeycloak running() {
        if (running == null) {
            try {
                running = RUNNING == null ? started() : new TestingKeycloak(RUNNING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    /**
     * Imports a realm anew from {@code keycloak/realm.json}.
     *
     * @param portal the address of the portal that is its client
     * @param key the portal's key for it
     */
    public TestingRealm realm(String name, String portal, String key) {
        var realm = new TestingRealm(this, address, name);
        realm.importFor(portal, key);
        return realm;
    }

    /** The realm that comes with the Compose file, as Keycloak imported it when it started. */
    public TestingRealm example() {
        return new TestingRealm(this, address, "opslore");
    }

    /** Answers anything; throws for nothing but a connection that fails. */
    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static TestingKeycloak started() throws IOException {
        Path imports = Files.createDirectories(home().orElseThrow().resolve("data/import"));
        Files.copy(EXAMPLE, imports.resolve(EXAMPLE.getFileName()), REPLACE_EXISTING);
        ProcessBuilder builder =
                new ProcessBuilder(
                        "bash",
                        home().orElseThrow().resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + PORT);
        builder.environment()
                .putAll(
                        Map.of(
                                "JAVA_HOME",
                                System.getProperty("java.home"),
                                "JAVA_OPTS_KC_HEAP",
                                "-Xms64m -Xmx512m",
                                "KC_BOOTSTRAP_ADMIN_USERNAME",
                                "admin",
                                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                                "admin",
                                "OPSLORE_CLIENT_SECRET",
                                TestingRealm.CLIENT_SECRET,
                                "OPSLORE_PORTAL_URL",
                                EXAMPLE_PORTAL));
        Process process =
                builder.redirectErrorStream(true)
                        .redirectOutput(FOLDER.resolve("keycloak.log").toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
        var keycloak = new TestingKeycloak("http://127.0.0.1:" + PORT);
        keycloak.awaitStart(process);
        return keycloak;
    }

    private void awaitStart(Process process) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!answersWithin(process)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        "Keycloak did not start, see " + FOLDER.resolve("keycloak.log"));
            }
        }
    }

    /** Takes a moment where there is no answer. */
    private boolean answersWithin(Process process) {
        try {
            process.waitFor(Duration.ofMillis(500));
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address + "/realms/master")).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static Optional<Path> home() {
        if (!Files.isDirectory(FOLDER)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(FOLDER)) {
            return found.map(Path::toAbsolutePath)
                    .filter(folder -> Files.exists(folder.resolve("bin/kc.sh")))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
