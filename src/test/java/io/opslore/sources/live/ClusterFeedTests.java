package io.opslore.sources.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.kubernetes.Gate;
import io.opslore.connections.kubernetes.MockApiServer;
import io.opslore.connections.kubernetes.RealApiServer;
import io.opslore.connections.kubernetes.TestingApiServer;
import io.opslore.sources.SourcePlan.Fate;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingPorts;
import io.opslore.tools.kubernetes.ClusterWorld;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** With a real kube-apiserver where there is one on the PATH, otherwise with fabric8's server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterFeedTests extends PortalTest {

    private static final Map<String, String> SHOP = Map.of("namespaces", "shop");

    @Autowired private ApplicationContext portal;

    private TestingApiServer server;
    private TestingFeed feed;

    @BeforeAll
    void aShop() {
        if (isReal()) {
            server = new RealApiServer(TestingPorts.CLUSTER);
            ClusterWorld.make(
                    """
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: ClusterRoleBinding
                    metadata: {name: portal}
                    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
                    subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: portal}]
                    """,
                    server.admin());
        } else {
            server = new MockApiServer(TestingPorts.CLUSTER);
        }
        ClusterWorld.build(server);
    }

    private static boolean isReal() {
        return Stream.of("kube-apiserver", "etcd")
                .allMatch(program ->
                        Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                .anyMatch(one -> Files.isExecutable(Path.of(one, program))));
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void aFeed() {
        feed =
                new TestingFeed(
                        portal,
                        "kubernetes",
                        new TestingFeed.Server(
                                "kubernetes", Map.of(), Map.of("kubeconfig", server.kubeconfig())));
        server.gate().seen();
    }

    @AfterEach
    void forget() {
        feed.close();
    }

    @Test
    void objectsBecomeManifestsWithoutStatusOrSecrets() {
        feed.add(
                Map.of(
                        "namespaces", "sh*\nhid*",
                        "kinds", "deployments\nconfigmaps\nsecrets\npods\nreplicasets"));

        Map<String, String> texts = feed.texts();
        assertThat(texts)
                .containsKeys(
                        "shop/deployment/api.yaml",
                        "shop/configmap/settings.yaml",
                        "shop/secret/db.yaml",
                        "hidden/configmap/settings.yaml",
                        "shop/pod/crashing.yaml");
        assertThat(texts.keySet())
                .as("What the cluster makes of other objects")
                .noneMatch(path -> path.contains("api-2"));
        assertThat(texts.get("shop/deployment/api.yaml"))
                .startsWith("apiVersion: \"apps/v1\"\nkind: \"Deployment\"\nmetadata:\n")
                .contains("image: \"shop/api:2\"", "DB_PASSWORD")
                .doesNotContain("status:", "resourceVersion", "uid:", "creationTimestamp");
        assertThat(texts.get("shop/secret/db.yaml")).contains("password", "note");
        texts.values()
                .forEach(text ->
                        assertThat(text)
                                .doesNotContain(ClusterWorld.PLANTED.toArray(String[]::new)));
        feed.awaitFound("shop/api:2", "shop/deployment/api.yaml");
        assertThat(server.gate().seen()).extracting(Gate.Seen::method).containsOnly("GET");
    }

    @Test
    void nothingSecretIsHandedOver() {
        Map<String, String> texts =
                feed.handedOver(
                        Map.of(
                                "kinds", "deployments\nconfigmaps\nsecrets\npods",
                                "eventDays", "90"));

        assertThat(texts).containsKey("shop/secret/db.yaml");
        assertThat(texts.toString()).doesNotContain(ClusterWorld.PLANTED.toArray(String[]::new));
    }

    @Test
    void anUnchangedObjectIsNoRevisionAndAChangedOneIs() {
        make("kept", "one");
        make("edited", "one");
        feed.add(Map.of("namespaces", "shop", "kinds", "configmaps", "eventDays", "0"));
        // What is new of it for the cluster is nothing new for readers.
        server.admin()
                .configMaps()
                .inNamespace("shop")
                .withName("kept")
                .edit(map ->
                        map.edit()
                                .editMetadata()
                                .addToAnnotations("control-plane.alpha.kubernetes.io/leader", "b")
                                .endMetadata()
                                .build());
        server.admin()
                .configMaps()
                .inNamespace("shop")
                .withName("edited")
                .edit(map -> map.edit().addToData("mode", "two").build());

        feed.sync();

        assertThat(feed.revisions("shop/configmap/kept.yaml")).hasSize(1);
        assertThat(feed.revisions("shop/configmap/edited.yaml")).hasSize(2);
        assertThat(feed.texts().get("shop/configmap/edited.yaml")).contains("mode: \"two\"");
        assertThat(feed.state().last().changed()).isEqualTo(1);
        assertThat(feed.revisions("shop/configmap/edited.yaml").getFirst().origin())
                .matches("kubernetes:\\d+");
    }

    @Test
    void aDeletedObjectGoesToTheBin() {
        make("leaving", "one");
        feed.add(Map.of("namespaces", "shop", "kinds", "configmaps", "eventDays", "0"));
        assertThat(feed.paths()).contains("shop/configmap/leaving.yaml");
        server.admin().configMaps().inNamespace("shop").withName("leaving").delete();

        feed.sync();

        assertThat(feed.paths()).doesNotContain("shop/configmap/leaving.yaml");
        assertThat(feed.state().last().removed()).isEqualTo(1);
    }

    @Test
    void eventsOfADayAreKeptWhenTheClusterForgetsThem() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String page = "shop/events/" + Told.day(now) + ".md";
        event("first", "api-1", "BackOff", "password=" + ClusterWorld.IN_EVENT + "x", now);
        event("same", "api-1", "BackOff", "password=" + ClusterWorld.IN_EVENT + "x", now);
        Map<String, String> options =
                Map.of("namespaces", "shop", "kinds", "deployments", "eventDays", "2");
        feed.add(options);

        assertThat(feed.texts().get(page))
                .contains("6×, Pod/api-1, BackOff")
                .doesNotContain(ClusterWorld.IN_EVENT);
        forget("first");
        forget("same");
        event("second", "api-2", "Unhealthy", "Readiness probe failed", now);
        feed.sync();

        assertThat(feed.texts().get(page))
                .contains("6×, Pod/api-1, BackOff", "3×, Pod/api-2, Unhealthy");
        assertThat(feed.sync().revisions(page)).hasSize(2);
        forget("second");
    }

    @Test
    void aDryRunOfASourceThatIsKeptForgetsNothing() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant before = now.minus(1, ChronoUnit.DAYS);
        String page = "shop/events/" + Told.day(before) + ".md";
        event("yesterday", "api-1", "BackOff", "Back-off restarting", before);
        feed.add(Map.of("namespaces", "shop", "kinds", "deployments", "eventDays", "2"));
        forget("yesterday");

        feed.plan(Map.of("namespaces", "shop", "kinds", "deployments", "eventDays", "1"));
        feed.sync();

        assertThat(feed.paths()).contains(page);
    }

    @Test
    void aClusterWithoutAnyOfItIsNoEmptiedOne() {
        feed.add(Map.of("namespaces", "shop", "kinds", "configmaps", "eventDays", "0"));
        int before = feed.paths().size();
        assertThat(before).isPositive();

        feed.change(Map.of("namespaces", "shoop", "kinds", "configmaps", "eventDays", "0"));

        assertThat(feed.paths()).hasSize(before);
        assertThat(feed.state().fault())
                .satisfies(fault -> assertThat(fault.sentence()).contains("no objects"));
    }

    @Test
    void aDryRunTellsWhatWouldComeInAndKeepsNothing() {
        var plan = feed.plan(SHOP);

        assertThat(plan.count(Fate.ADDED)).isPositive();
        assertThat(plan.items().toString()).contains("shop/deployment/api.yaml");
        assertThat(feed.paths()).isEmpty();
    }

    @Test
    void aKindThatCannotBeListedFailsTheLookAndDeletesNothing() {
        feed.add(Map.of("namespaces", "shop", "kinds", "configmaps", "eventDays", "0"));
        int before = feed.paths().size();
        assertThat(before).isPositive();

        feed.change(
                Map.of(
                        "namespaces", "shop",
                        "kinds", "configmaps\nunicorns",
                        "eventDays", "0"));

        assertThat(feed.state().fault()).isNotNull();
        assertThat(feed.paths()).hasSize(before);
    }

    @Test
    void whatCannotBeMeantIsRefusedBeforeItIsKept() {
        assertThatThrownBy(() -> feed.plan(Map.of("eventDays", "many")))
                .isInstanceOf(ConnectionFailed.class);
        assertThatThrownBy(() -> feed.plan(Map.of("kinds", "deploy*")))
                .isInstanceOf(ConnectionFailed.class);
    }

    private void make(String name, String mode) {
        ClusterWorld.make(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s, namespace: shop}
                data: {mode: %s}
                """
                        .formatted(name, mode),
                server.admin());
    }

    private void event(String name, String pod, String reason, String message, Instant at) {
        ClusterWorld.make(
                """
                apiVersion: v1
                kind: Event
                metadata: {name: feed-%s, namespace: shop}
                involvedObject: {kind: Pod, name: %s, namespace: shop}
                type: Warning
                reason: %s
                message: "%s"
                count: 3
                firstTimestamp: "%s"
                lastTimestamp: "%s"
                """
                        .formatted(name, pod, reason, message, at, at),
                server.admin());
    }

    private void forget(String name) {
        KubernetesClient admin = server.admin();
        admin.genericKubernetesResources("v1", "Event")
                .inNamespace("shop")
                .withName("feed-" + name)
                .delete();
        GenericKubernetesResource left =
                admin.genericKubernetesResources("v1", "Event")
                        .inNamespace("shop")
                        .withName("feed-" + name)
                        .get();
        assertThat(left).isNull();
    }
}
