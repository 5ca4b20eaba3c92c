package io.opslore.connections.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.ConnectionId;
import io.opslore.guard.Masking;
import io.opslore.identity.KeyedHashes;
import io.opslore.library.SpaceId;
import io.opslore.outbound.TestingOutbound;
import io.opslore.testing.PortalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What is entered for a cluster, and trying it. */
class KubernetesTypeTests extends PortalTest {

    @Autowired private Masking masking;
    @Autowired private KeyedHashes hashes;
    @TempDir private Path mounted;
    private MockApiServer server;

    @BeforeEach
    void aServer() {
        server = new MockApiServer();
        server.admin()
                .resource(
                        new NamespaceBuilder()
                                .withNewMetadata()
                                .withName("shop")
                                .endMetadata()
                                .build())
                .create();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void triesAClusterByItsVersionAndNamespaces() {
        KubernetesType type = type("");
        server.gate().answer("/version", "{\"gitVersion\": \"v1.34.2\"}");

        assertThat(type.kind()).isEqualTo("kubernetes");
        assertThat(type.fields())
                .extracting(ConnectionField::key)
                .containsExactly("kubeconfig", "context", "namespaces", "impersonate");
        assertThat(type.fields()).noneMatch(ConnectionField::required);
        assertThat(type.test(connection(Map.of(), server.kubeconfig())))
                .isEqualTo("Kubernetes v1.34.2, 1 namespaces");
    }

    @Test
    void refusesWhatCannotBeMeantWithoutAskingTheServer() {
        assertUnfit(Map.of("context", "third"), server.kubeconfig());
        assertUnfit(Map.of("namespaces", "shop\n../x"), server.kubeconfig());
        assertUnfit(Map.of("impersonate", "admin"), server.kubeconfig());
        assertUnfit(Map.of(), server.kubeconfig().replace("http://127.0.0.1", "http://127.0.0.2"));
        assertUnfit(Map.of(), server.kubeconfig().replace("http:", "ftp:"));
        assertUnfit(
                Map.of(),
                server.kubeconfig()
                        .replace("http:", "https:")
                        .replace("cluster: {s", "cluster: {certificate-authority-data: eA==, s"));
        assertUnfit(Map.of(), "");

        assertThat(server.gate().seen()).isEmpty();
    }

    @Test
    void comesInAsTheServiceAccountOfItsPodWithTheTokenOfTheHour() throws IOException {
        Files.writeString(mounted.resolve("ca.crt"), "none for http");
        Files.writeString(mounted.resolve("token"), "first-token\n");
        KubernetesType type = type("http://" + server.gate().hostAndPort());

        type.test(connection(Map.of(), ""));
        Files.writeString(mounted.resolve("token"), "second-token");
        type.test(connection(Map.of(), ""));

        assertThat(server.gate().seen())
                .extracting(seen -> seen.header("Authorization"))
                .containsExactly(
                        "Bearer first-token",
                        "Bearer first-token",
                        "Bearer second-token",
                        "Bearer second-token");
    }

    private void assertUnfit(Map<String, String> settings, String kubeconfig) {
        assertThatThrownBy(() -> type("").check(connection(settings, kubeconfig)))
                .isInstanceOf(ConnectionFailed.class)
                .extracting(failed -> ((ConnectionFailed) failed).reason())
                .isEqualTo(ConnectionFailed.Reason.UNFIT);
    }

    private KubernetesType type(String ownServer) {
        return new KubernetesType(
                new Clusters(
                        TestingOutbound.allowing(server.gate().hostAndPort()),
                        masking,
                        hashes,
                        new ServiceAccount(ownServer, mounted)));
    }

    private static Connection connection(Map<String, String> settings, String kubeconfig) {
        return new Connection(
                new ConnectionId("cluster"),
                "Cluster",
                "kubernetes",
                new SpaceId(UUID.randomUUID()),
                settings,
                kubeconfig.isEmpty() ? Map.of() : Map.of("kubeconfig", kubeconfig));
    }
}
