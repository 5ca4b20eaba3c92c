package io.opslore.connections.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real kube-apiserver over a real etcd, both from the PATH; who asks for it where there is none
 * is skipped. Nothing runs pods there: they are what the tests say they are.
 */
public final class RealApiServer implements TestingApiServer {

    private static final String ADMIN = "admin-token-of-tests";
    private static final String PORTAL = "portal-token-of-tests";

    private final List<Process> processes = new ArrayList<>();
    private final int port = freePort();
    private final Path folder;
    private final KubernetesClient admin;
    private final Gate gate;

    public RealApiServer() {
        this(0);
    }

    /**
     * @param gatePort where the gate before it will be
     */
    public RealApiServer(int gatePort) {
        String server = onPath("kube-apiserver");
        String etcd = onPath("etcd");
        try {
            folder = Files.createTempDirectory("opslore-kubernetes");
            start(etcd, server);
            admin = awaitAdmin();
            gate =
                    new Gate(
                            URI.create(address()),
                            SSLUtils.sslContext(
                                    null,
                                    SSLUtils.trustManagers(authority(), null, false, null, null)),
                            false,
                            gatePort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it answers by TLS, without the gate. */
    public String address() {
        return "https://127.0.0.1:" + port;
    }

    /** What its certificate is signed with, as kubeconfigs hold it. */
    public String authority() {
        try {
            byte[] pem = Files.readAllBytes(folder.resolve("certs/apiserver.crt"));
            return Base64.getEncoder().encodeToString(pem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(String etcd, String server) throws IOException, GeneralSecurityException {
        int store = freePort();
        run(
                "etcd",
                etcd,
                "--data-dir=" + folder.resolve("etcd"),
                "--listen-client-urls=http://127.0.0.1:" + store,
                "--advertise-client-urls=http://127.0.0.1:" + store,
                "--listen-peer-urls=http://127.0.0.1:" + freePort());
        Path key = Files.writeString(folder.resolve("sa.key"), key());
        Path tokens =
                Files.writeString(
                        folder.resolve("tokens.csv"),
                        "%s,admin,1,\"system:masters\"\n%s,portal,2\nother-token,other,3\n"
                                .formatted(ADMIN, PORTAL));
        run(
                "server",
                server,
                "--etcd-servers=http://127.0.0.1:" + store,
                "--secure-port=" + port,
                "--bind-address=127.0.0.1",
                "--cert-dir=" + folder.resolve("certs"),
                "--token-auth-file=" + tokens,
                "--authorization-mode=RBAC",
                "--service-account-key-file=" + key,
                "--service-account-signing-key-file=" + key,
                "--service-account-issuer=https://kubernetes.default.svc",
                "--disable-admission-plugins=ServiceAccount",
                "--service-cluster-ip-range=10.0.0.0/24");
    }

    private void run(String name, String... command) throws IOException {
        processes.add(
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(name + ".log").toFile())
                        .start());
    }

    private KubernetesClient awaitAdmin() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Files.exists(folder.resolve("certs/apiserver.crt")));
        KubernetesClient client =
                new KubernetesClientBuilder()
                        .withConfig(
                                new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                                        .withMasterUrl(address())
                                        .withCaCertData(authority())
                                        .withOauthToken(ADMIN)
                                        .withRequestRetryBackoffLimit(0)
                                        .build())
                        .build();
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(client.raw("/readyz")).isEqualTo("ok"));
        return client;
    }

    private static String key() throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keys.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String onPath(String program) {
        Optional<Path> found =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, program))
                        .filter(Files::isExecutable)
                        .findFirst();
        Assumptions.assumeTrue(
                found.isPresent(), "No real cluster: no `%s` on the PATH".formatted(program));
        return found.orElseThrow().toString();
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public KubernetesClient admin() {
        return admin;
    }

    @Override
    public String token() {
        return PORTAL;
    }

    @Override
    public void close() {
        gate.close();
        admin.close();
        processes
                .reversed()
                .forEach(process -> {
                    process.destroy();
                    try {
                        if (!process.waitFor(10, TimeUnit.SECONDS)) {
                            process.destroyForcibly();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }
}
