package io.opslore.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/**
 * A real nginx with the project's own {@code docker/nginx.conf}, but for its ports. Where there is
 * none, tests that ask for one are skipped.
 */
public final class TestingNginx implements AutoCloseable {

    /** The address that it asks portals from, which is no browser's here. */
    public static final String FROM = "127.0.0.9";

    private static final List<Path> USUAL =
            List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/bin/nginx"));

    private final Process process;
    private final int port;

    private TestingNginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Skips the test where there is none. */
    public static void require() {
        Assumptions.assumeTrue(program().findFirst().isPresent(), "no nginx on this machine");
    }

    /** In front of two portals. */
    public static TestingNginx start(Path folder, String first, String second) {
        require();
        int port = freePort();
        try {
            String own = Files.readString(Path.of("docker", "nginx.conf"));
            String site =
                    own.replace("portal-1:8080", URI.create(first).getAuthority())
                            .replace("portal-2:8080", URI.create(second).getAuthority())
                            .replace("localhost:", "127.0.0.1:")
                            .replace("listen 80;", "listen 127.0.0.1:" + port + ";");
            Path file = folder.resolve("nginx.conf");
            Files.writeString(file, whole(folder, site));
            Process process =
                    new ProcessBuilder(
                                    program().findFirst().orElseThrow().toString(),
                                    "-p",
                                    folder.toString(),
                                    "-c",
                                    file.toString(),
                                    "-e",
                                    folder.resolve("error.log").toString())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("nginx.log").toFile())
                            .start();
            awaitListening(process, port, folder.resolve("error.log"));
            return new TestingNginx(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitListening(Process process, int port, Path log) throws IOException {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !process.isAlive() || isListening(port));
        if (!process.isAlive()) {
            throw new IllegalStateException("nginx ended:\n" + Files.readString(log));
        }
    }

    private static boolean isListening(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    }

    private static String whole(Path folder, String site) {
        return """
        daemon off;
        worker_processes 1;
        pid %1$s/nginx.pid;
        events {}
        http {
            access_log off;
            proxy_bind %3$s;
            client_body_temp_path %1$s/body;
            proxy_temp_path %1$s/proxy;
            fastcgi_temp_path %1$s/fastcgi;
            uwsgi_temp_path %1$s/uwsgi;
            scgi_temp_path %1$s/scgi;
            %2$s
        }
        """
                .formatted(folder, site, FROM);
    }

    private static Stream<Path> program() {
        return USUAL.stream().filter(Files::isExecutable);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
