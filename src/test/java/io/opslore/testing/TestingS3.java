package io.opslore.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A real S3 server: the one that {@code S3_URL}, {@code S3_ACCESS_KEY} and {@code S3_SECRET_KEY}
 * name, else the program {@code versitygw} on the PATH or where {@code .ci/s3} has put it, run as a
 * child on a folder of its own. Where there is neither, tests that ask for one are skipped.
 */
public final class TestingS3 implements AutoCloseable {

    private static final String PROGRAM = "versitygw";
    private static final String ABSENT =
            "no S3 server: set S3_URL, S3_ACCESS_KEY and S3_SECRET_KEY, or have versitygw on the PATH";

    private final URI endpoint;
    private final String accessKey;
    private final String secretKey;
    private final int port;
    private final Path folder;
    private final List<String> more;
    private Optional<Process> process = Optional.empty();

    /** Skips the test where there is none. */
    public static TestingS3 start(Path folder) {
        Map<String, String> environment = System.getenv();
        String url = environment.get("S3_URL");
        if (url != null) {
            return new TestingS3(
                    URI.create(url),
                    environment.getOrDefault("S3_ACCESS_KEY", ""),
                    environment.getOrDefault("S3_SECRET_KEY", ""),
                    0,
                    folder,
                    List.of());
        }
        return own("http", folder, List.of());
    }

    /** One of the test's own that speaks TLS only. */
    public static TestingS3 secured(Path folder, TestingCertificate certificate) {
        return own(
                "https",
                folder,
                List.of(
                        "--cert",
                        certificate.certificate().toString(),
                        "--key",
                        certificate.key().toString()));
    }

    /**
     * One of the test's own that the tests' portal may speak to, and that writes down in the file
     * {@code access.log} of the folder what it is asked.
     */
    public static TestingS3 forConnections(Path folder) {
        List<String> logged = List.of("--access-log", folder.resolve("access.log").toString());
        return own("http", folder, logged, TestingPorts.S3);
    }

    private static TestingS3 own(String scheme, Path folder, List<String> more) {
        return own(scheme, folder, more, TestingPorts.free());
    }

    private static TestingS3 own(String scheme, Path folder, List<String> more, int port) {
        Assumptions.assumeTrue(program().isPresent(), ABSENT);
        URI own = URI.create(scheme + "://127.0.0.1:" + port);
        String secret = UUID.randomUUID().toString();
        var started = new TestingS3(own, "tester", secret, port, folder, more);
        started.resume();
        return started;
    }

    private TestingS3(
            URI endpoint,
            String accessKey,
            String secretKey,
            int port,
            Path folder,
            List<String> more) {
        this.endpoint = endpoint;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.port = port;
        this.folder = folder;
        this.more = more;
    }

    public URI endpoint() {
        return endpoint;
    }

    public String accessKey() {
        return accessKey;
    }

    public String secretKey() {
        return secretKey;
    }

    /** Whether it can be stopped and started by the test. */
    public boolean isOwn() {
        return port > 0;
    }

    /** A bucket of its own for whoever asks. */
    public String bucket() {
        String name = "opslore-" + UUID.randomUUID();
        try (S3Client client = client()) {
            client.createBucket(create -> create.bucket(name));
        }
        return name;
    }

    /** What leads a portal to a bucket; which store it uses is not said. */
    public Map<String, String> environment(String bucket) {
        return Map.of(
                "OPSLORE_LIBRARY_S3_ENDPOINT", endpoint.toString(),
                "OPSLORE_LIBRARY_S3_ALLOWHTTP", "true",
                "OPSLORE_LIBRARY_S3_BUCKET", bucket,
                "OPSLORE_LIBRARY_S3_ACCESSKEY", accessKey,
                "OPSLORE_LIBRARY_S3_SECRETKEY", secretKey);
    }

    /** The bare SDK, for looking at what was stored. */
    public S3Client client() {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(accessKey, secretKey)))
                .build();
    }

    /** Starts it again after {@link #stop}, with what it held. */
    public void resume() {
        try {
            Path objects = Files.createDirectories(folder.resolve("objects"));
            Path notes = Files.createDirectories(folder.resolve("notes"));
            List<String> command =
                    new ArrayList<>(
                            List.of(
                                    program().orElseThrow().toString(),
                                    "--port",
                                    "127.0.0.1:" + port,
                                    "--quiet"));
            command.addAll(more);
            command.addAll(List.of("posix", "--sidecar", notes.toString(), objects.toString()));
            var builder = new ProcessBuilder(command);
            builder.environment().put("ROOT_ACCESS_KEY", accessKey);
            builder.environment().put("ROOT_SECRET_KEY", secretKey);
            builder.redirectErrorStream(true).redirectOutput(folder.resolve("server.log").toFile());
            process = Optional.of(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::answers);
    }

    /** Nobody answers any more. */
    public void stop() {
        if (process.isPresent()) {
            Process running = process.get().destroyForcibly();
            running.onExit().completeOnTimeout(running, 10, TimeUnit.SECONDS).join();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Path> program() {
        List<Path> folders = new ArrayList<>(List.of(Path.of("target", "s3", "bin")));
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .forEach(folders::add);
        return folders.stream()
                .map(it -> it.resolve(PROGRAM).toAbsolutePath())
                .filter(Files::isExecutable)
                .findFirst();
    }
}
