package io.opslore.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Docker engine as the manager of a swarm of one node, with the stack {@code shop}: started
 * once for all tests from the PATH. Who asks for it where it is not, or may not start, is skipped
 * with the reason. Behind {@link #socket} stands a proxy that writes down what the engine is asked.
 */
public final class TestingSwarm {

    private static final Path FOLDER = folder();
    private static final Path RESOURCES = Path.of("src/test/resources/swarm").toAbsolutePath();

    private static final int PORT = freePort();

    private static @Nullable TestingSwarm running;
    private static volatile @Nullable Process engine;
    private static @Nullable String failure;

    private final Path own = FOLDER.resolve("engine.sock");
    private final TestingCertificate certificate = TestingCertificate.in(FOLDER);
    private final Process process;
    private final CountingProxy proxy;

    private TestingSwarm() throws IOException {
        process = started();
        proxy = new CountingProxy(socket(), own);
    }

    /** Where the engine will be, as {@code opslore.connections.sockets} wants it. */
    public static Path socket() {
        return FOLDER.resolve("docker.sock");
    }

    /** Where it will answer by TLS to who has its {@link #certificate}. */
    public static String hostAndPort() {
        return "127.0.0.1:" + PORT;
    }

    /** The engine's own, its authority and its client's, all in one. */
    public TestingCertificate certificate() {
        return certificate;
    }

    /** The one of this JVM, with its stack running. */
    public static synchronized TestingSwarm running() {
        for (String program : List.of("dockerd", "docker", "busybox", "tar")) {
            Assumptions.assumeTrue(isThere(program), "No swarm: no `" + program + "` on the PATH");
        }
        Assumptions.assumeTrue(failure == null, failure);
        if (running == null) {
            try {
                running = new TestingSwarm();
                running.populate();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ConditionTimeoutException e) {
                failure = "No swarm: dockerd does not start; " + lastLine();
                Assumptions.abort(failure);
            }
        }
        return running;
    }

    /** What the engine was asked through the socket, as method and path. */
    public List<String> requests() {
        return proxy.requests();
    }

    /** Docker's own client, which goes to the engine itself. */
    public String docker(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "-H", "unix://" + own));
        command.addAll(List.of(arguments));
        return ran(command);
    }

    /** How many tasks of a service run. */
    public long running(String service) {
        return docker(
                        "service",
                        "ps",
                        service,
                        "--filter",
                        "desired-state=running",
                        "--format",
                        "{{.CurrentState}}")
                .lines()
                .filter(state -> state.startsWith("Running"))
                .count();
    }

    private void populate() throws IOException {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> ready());
        docker("swarm", "init", "--listen-addr", "127.0.0.1:0", "--advertise-addr", "127.0.0.1");
        Path root = Files.createDirectories(FOLDER.resolve("image/bin")).getParent();
        Files.copy(program("busybox").orElseThrow(), root.resolve("bin/busybox"));
        for (String applet : List.of("sh", "sleep", "echo", "cat")) {
            Files.createSymbolicLink(root.resolve("bin").resolve(applet), Path.of("busybox"));
        }
        Path packed = FOLDER.resolve("image.tar");
        ran(List.of("tar", "-C", root.toString(), "-cf", packed.toString(), "."));
        docker("import", packed.toString(), "127.0.0.1:1/shop/api:1.0");
        docker("tag", "127.0.0.1:1/shop/api:1.0", "127.0.0.1:1/shop/api:1.1");
        deploy(RESOURCES.resolve("shop.yaml"), "shop");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> running("shop_api") == 2 && running("shop_terminal") == 1);
    }

    /** Deploys what a compose file says. */
    public void deploy(Path file, String stack) {
        docker(
                "stack",
                "deploy",
                "--resolve-image",
                "never",
                "--detach=true",
                "-c",
                file.toString(),
                stack);
    }

    private boolean ready() {
        if (!process.isAlive()) {
            throw new ConditionTimeoutException("dockerd has ended");
        }
        return Files.exists(own) && exit(List.of("docker", "-H", "unix://" + own, "info")) == 0;
    }

    private Process started() throws IOException {
        Process begun =
                new ProcessBuilder(
                                "dockerd",
                                "--data-root",
                                FOLDER.resolve("data").toString(),
                                "--exec-root",
                                FOLDER.resolve("exec").toString(),
                                "--pidfile",
                                FOLDER.resolve("pid").toString(),
                                "--host",
                                "unix://" + own,
                                "--host",
                                "tcp://" + hostAndPort(),
                                "--tlsverify",
                                "--tlscacert=" + certificate.certificate(),
                                "--tlscert=" + certificate.certificate(),
                                "--tlskey=" + certificate.key(),
                                "--storage-driver=vfs",
                                "--iptables=false",
                                "--ip6tables=false",
                                "--bridge=none")
                        .redirectErrorStream(true)
                        .redirectOutput(FOLDER.resolve("log").toFile())
                        .start();
        engine = begun;
        return begun;
    }

    private static void stop(Process engine) {
        engine.destroy();
        try {
            if (!engine.waitFor(30, TimeUnit.SECONDS)) {
                engine.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The engine leaves a mount behind. */
    private static void leave() {
        if (engine != null) {
            stop(engine);
        }
        exit(
                List.of(
                        "sh",
                        "-c",
                        "umount %1$s/exec/netns/*; rm -rf --one-file-system %1$s"
                                .formatted(FOLDER)));
    }

    private static String ran(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String told =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + told);
            }
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int exit(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isThere(String program) {
        return program(program).isPresent();
    }

    private static Optional<Path> program(String name) {
        return Arrays.stream((System.getenv("PATH") + ":/usr/sbin:/sbin").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String lastLine() {
        try {
            return Files.readString(FOLDER.resolve("log"))
                    .lines()
                    .reduce("", (one, other) -> other);
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static int freePort() {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            Path made = Files.createTempDirectory("opslore-swarm");
            Runtime.getRuntime().addShutdownHook(new Thread(TestingSwarm::leave));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
