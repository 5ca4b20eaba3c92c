package io.opslore.quality.bench;

import io.opslore.outbound.TrustedTarget;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A Qdrant for one measurement: the server at {@code QDRANT_URL} (gRPC, with {@code
 * QDRANT_API_KEY}) under names of its own, else one that is started from the PATH in a scratch
 * folder.
 */
final class ScratchQdrant implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<String> settings;
    private final @Nullable Process process;
    private final @Nullable Path folder;

    private ScratchQdrant(
            String url, String key, @Nullable Process process, @Nullable Path folder) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        settings =
                List.of(
                        "--opslore.index=qdrant",
                        "--opslore.qdrant.url=" + url,
                        "--opslore.qdrant.api-key=" + key,
                        "--opslore.qdrant.prefix=bench-" + unique);
        this.process = process;
        this.folder = folder;
    }

    /** Empty where there is none. */
    static Optional<ScratchQdrant> find() throws IOException, InterruptedException {
        String url = System.getenv("QDRANT_URL");
        if (url != null && !url.isBlank()) {
            String key = System.getenv("QDRANT_API_KEY");
            return Optional.of(new ScratchQdrant(url, key == null ? "" : key, null, null));
        }
        Optional<Path> executable = executable();
        return executable.isPresent() ? Optional.of(started(executable.get())) : Optional.empty();
    }

    /** By which a portal has its index there, as on a command line. */
    List<String> settings() {
        return settings;
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.destroyForcibly().onExit().join();
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static ScratchQdrant started(Path executable) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("opslore-qdrant");
        int http = freePort();
        int grpc = freePort();
        var builder = new ProcessBuilder(executable.toString()).directory(folder.toFile());
        var environment = builder.environment();
        environment.put("QDRANT__SERVICE__HOST", "127.0.0.1");
        environment.put("QDRANT__SERVICE__HTTP_PORT", String.valueOf(http));
        environment.put("QDRANT__SERVICE__GRPC_PORT", String.valueOf(grpc));
        environment.put("QDRANT__STORAGE__STORAGE_PATH", folder.resolve("storage").toString());
        environment.put("QDRANT__STORAGE__SNAPSHOTS_PATH", folder.resolve("shots").toString());
        environment.put("QDRANT__TELEMETRY_DISABLED", "true");
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady(process, URI.create("http://127.0.0.1:" + http + "/readyz"));
        return new ScratchQdrant("http://127.0.0.1:" + grpc, "", process, folder);
    }

    private static void awaitReady(Process process, URI ready)
            throws IOException, InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        try (HttpClient client = TrustedTarget.at(ready, Duration.ofSeconds(2))) {
            while (!isReady(client, ready)) {
                if (!process.isAlive() || Instant.now().isAfter(until)) {
                    process.destroyForcibly();
                    throw new IOException("Qdrant did not start");
                }
                Thread.sleep(200);
            }
        }
    }

    private static boolean isReady(HttpClient client, URI ready) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Path> executable() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
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
