package io.opslore.testing;

import io.opslore.retrieval.qdrant.QdrantSettings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.io.file.PathUtils;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.qdrant.QdrantContainer;

/**
 * A real Qdrant: the one at {@code QDRANT_URL} (gRPC, with {@code QDRANT_API_KEY}), else one
 * started from the PATH, else one in a container. Who asks for it where there is none is skipped,
 * with the reason; so is who wants to kill it where there is no program.
 */
public final class TestingQdrant implements AutoCloseable {

    private static final String NONE =
            "No Qdrant: neither QDRANT_URL nor `qdrant` on the PATH nor Docker";
    private static final String NO_OWN = "No Qdrant to kill: no `qdrant` on the PATH";

    private static final String IMAGE = "qdrant/qdrant:v1.18.2";

    private static @Nullable TestingQdrant shared;
    private static @Nullable QdrantContainer container;

    private final Path executable;
    private final Path folder;
    private final int httpPort;
    private final int grpcPort;
    private final Map<String, String> more;
    private Process process;

    private TestingQdrant(Path executable, Map<String, String> more) {
        this.more = Map.copyOf(more);
        try {
            this.executable = executable;
            this.folder = Files.createTempDirectory("opslore-qdrant");
            this.httpPort = freePort();
            this.grpcPort = freePort();
            this.process = started();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings for the server that all tests share, with names of their own on it. */
    public static QdrantSettings settings() {
        String url = System.getenv("QDRANT_URL");
        if (url != null && !url.isBlank()) {
            String key = System.getenv("QDRANT_API_KEY");
            return settings(url, key == null ? "" : key);
        }
        if (executable().isEmpty() && DockerClientFactory.instance().isDockerAvailable()) {
            return settings(containersUrl(), "");
        }
        return sharedOne().ownSettings();
    }

    /** A server of one test's own, which may be killed. */
    public static TestingQdrant own() {
        return own(Map.of());
    }

    /** One with settings of the server's own, as its environment names them. */
    public static TestingQdrant own(Map<String, String> settings) {
        Optional<Path> found = executable();
        Assumptions.assumeTrue(found.isPresent(), NO_OWN);
        return new TestingQdrant(found.orElseThrow(), settings);
    }

    /** A server of one test's own that speaks TLS only and asks for a key. */
    public static TestingQdrant secured(TestingCertificate certificate, String key) {
        return own(
                Map.of(
                        "QDRANT__SERVICE__ENABLE_TLS",
                        "true",
                        "QDRANT__TLS__CERT",
                        certificate.certificate().toString(),
                        "QDRANT__TLS__KEY",
                        certificate.key().toString(),
                        "QDRANT__SERVICE__API_KEY",
                        key));
    }

    private static QdrantSettings settings(String url, String apiKey) {
        return settings(url, apiKey, Duration.ofSeconds(20));
    }

    /** Settings for a server that need not be there. */
    public static QdrantSettings settings(String url, String apiKey, Duration deadline) {
        return new QdrantSettings(
                URI.create(url),
                apiKey,
                "test-" + UUID.randomUUID().toString().substring(0, 8),
                deadline,
                deadline.plusMillis(100),
                1,
                1,
                QdrantSettings.Quantisation.NONE,
                false,
                "",
                300);
    }

    public QdrantSettings ownSettings() {
        return settings(url(), "");
    }

    public String url() {
        return "http://127.0.0.1:" + grpcPort;
    }

    /** Where it keeps all it knows. */
    public Path storage() {
        return folder.resolve("storage");
    }

    /** Where it keeps snapshots, a folder for each collection. */
    public Path snapshots() {
        return folder.resolve("shots");
    }

    /** Where it answers to HTTP, which the portal does not speak to it. */
    public URI http() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    public long pid() {
        return process.pid();
    }

    /** Without a chance to write anything more. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Loses all it has stored; while it does not run. */
    public void forget() {
        try {
            PathUtils.deleteDirectory(folder.resolve("storage"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Again, on what it has stored. */
    public void restart() {
        try {
            process = started();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** Testcontainers ends it with the process. */
    private static synchronized String containersUrl() {
        if (container == null) {
            var started = new QdrantContainer(IMAGE);
            started.start();
            container = started;
        }
        return "http://" + container.getGrpcHostAddress();
    }

    private static synchronized TestingQdrant sharedOne() {
        if (shared == null) {
            Optional<Path> found = executable();
            Assumptions.assumeTrue(found.isPresent(), NONE);
            TestingQdrant started = new TestingQdrant(found.orElseThrow(), Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            shared = started;
        }
        return shared;
    }

    private Process started() throws IOException {
        var builder = new ProcessBuilder(executable.toString());
        builder.directory(folder.toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "QDRANT__SERVICE__HOST",
                                "127.0.0.1",
                                "QDRANT__SERVICE__HTTP_PORT",
                                String.valueOf(httpPort),
                                "QDRANT__SERVICE__GRPC_PORT",
                                String.valueOf(grpcPort),
                                "QDRANT__STORAGE__STORAGE_PATH",
                                folder.resolve("storage") + "",
                                "QDRANT__STORAGE__SNAPSHOTS_PATH",
                                folder.resolve("shots") + "",
                                "QDRANT__TELEMETRY_DISABLED",
                                "true"));
        builder.environment().putAll(more);
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        Process begun = builder.start();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> isReady());
        return begun;
    }

    private boolean isReady() throws InterruptedException {
        return more.containsKey("QDRANT__SERVICE__ENABLE_TLS") ? isListening() : answersReady();
    }

    private boolean isListening() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), grpcPort)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean answersReady() throws InterruptedException {
        URI ready = URI.create("http://127.0.0.1:" + httpPort + "/readyz");
        try (HttpClient client =
                HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
            return client.send(
                                    HttpRequest.newBuilder(ready).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Path> executable() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "qdrant"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
