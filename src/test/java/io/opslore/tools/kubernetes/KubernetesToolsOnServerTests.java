package io.opslore.tools.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.Listing;
import io.opslore.connections.kubernetes.RealApiServer;
import io.opslore.connections.kubernetes.TestingApiServer;
import io.opslore.tools.ToolAnswer;
import io.opslore.tools.ToolFailure.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On a real kube-apiserver, where the portal has the rights that the guide names and no more. */
class KubernetesToolsOnServerTests extends KubernetesToolsContract {

    private RealApiServer real;

    @Override
    TestingApiServer start() {
        real = new RealApiServer();
        Stream.of("opslore-reader", "opslore-impersonator").forEach(this::grant);
        return real;
    }

    @Override
    String[] hosts() {
        return Stream.concat(
                        Arrays.stream(super.hosts()),
                        Stream.of(real.address().replace("https://", "")))
                .toArray(String[]::new);
    }

    /** As the guide has it. */
    private void grant(String role) {
        try {
            String yaml =
                    Arrays.stream(Files.readString(Path.of("docs/kubernetes.md")).split("```"))
                            .filter(block -> block.startsWith("yaml"))
                            .filter(block -> block.contains("name: " + role))
                            .findFirst()
                            .orElseThrow()
                            .substring(4);
            ClusterWorld.make(yaml, real.admin());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ClusterWorld.make(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: %1$s}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %1$s}
                subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: portal}]
                """
                        .formatted(role),
                real.admin());
    }

    @Test
    void tellsTheColumnsOfKubectl() {
        ToolAnswer answer =
                ask("k8s_resources_list", Map.of("kind", "deploy", "namespace", "shop"));

        assertThat(answer.items().getFirst())
                .containsEntry("ready", "0/2")
                .containsKeys("name", "up-to-date", "available", "age")
                .doesNotContainKey("images");
        assertThat(query("get deploy -n shop -o wide").items().getFirst())
                .containsEntry("images", "shop/api:2");
    }

    @Test
    void findsKindsThatOnlyThisClusterHasAndTheSecretsInThem() {
        KubernetesClient admin = real.admin();
        ClusterWorld.make(
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: vaults.example.org}
                spec:
                  group: example.org
                  scope: Namespaced
                  names: {plural: vaults, singular: vault, kind: Vault, shortNames: [vlt]}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                """,
                admin);
        ClusterWorld.make(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: vaults}
                rules: [{apiGroups: [example.org], resources: ["*"], verbs: [get, list]}]
                """,
                admin);
        ClusterWorld.make(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: vaults}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: vaults}
                subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: portal}]
                """,
                admin);
        await().ignoreExceptions()
                .until(() ->
                        admin.raw("/apis/example.org/v1/namespaces/shop/vaults")
                                .contains("VaultList"));
        ClusterWorld.make(
                """
                apiVersion: example.org/v1
                kind: Vault
                metadata: {name: inner, namespace: shop}
                spec:
                  template:
                    apiVersion: v1
                    kind: Secret
                    stringData: {word: "%s"}
                """
                        .formatted(ClusterWorld.IN_SECRET),
                admin);

        assertThat(text(query("api-resources"))).contains("Vault", "vaults", "example.org/v1");
        for (String kind : new String[] {"vlt", "Vault", "vaults.example.org"}) {
            assertThat(text(query("get " + kind + " inner -n shop -o yaml")))
                    .contains("inner", "word")
                    .doesNotContain(ClusterWorld.IN_SECRET);
        }
        assertThat(fails("k8s_resources_list", Map.of("kind", "unicorns")))
                .isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void takesSecretsOutOfListsWhereTheServerDoesNotSayWhatTheyAre() {
        try (Cluster cluster = opened("main")) {
            var listed = cluster.list(Listing.of(cluster.kind("secrets"), "shop"));

            assertThat(listed.objects()).isNotEmpty();
            assertThat(listed.toString())
                    .contains("password")
                    .doesNotContain(ClusterWorld.PLANTED.toArray(String[]::new));
        }
    }

    @Test
    void needsTheRightToNoMoreThanTheOnlyNamespaceOfAConnection() {
        connect("single", Map.of("context", "second", "namespaces", "shop"));
        ClusterWorld.make(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: other, namespace: shop}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: opslore-reader}
                subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: other}]
                """,
                real.admin());
        var pods = Map.of("kind", "pods", "source", id("single"));
        await().ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(ask("k8s_resources_list", pods).items()).isNotEmpty());

        assertThat(ask("k8s_events_list", Map.of("source", id("single"))).items()).isNotEmpty();
        assertThat(ask("k8s_pod_logs", Map.of("pod", "crashing", "source", id("single"))).items())
                .isNotEmpty();
    }

    @Test
    void saysSoWhereNothingIsMeasured() {
        assertThat(fails("k8s_top_list", Map.of("kind", "nodes"))).isEqualTo(Code.UNSUPPORTED);
    }

    @Test
    void speaksByTlsToTheServerThatTheKubeconfigNames() {
        connect("direct", Map.of(), direct(real.authority()));
        assertThat(ask("k8s_namespaces_list", Map.of("source", id("direct"))).items()).isNotEmpty();

        connect("wrong", Map.of(), direct(""));
        assertThat(fails("k8s_namespaces_list", Map.of("source", id("wrong"))))
                .isEqualTo(Code.UPSTREAM_DOWN);
    }

    private String direct(String authority) {
        return server().kubeconfig()
                .replace(
                        "server: \"http://" + gate().hostAndPort() + "\"",
                        "server: \"%s\", certificate-authority-data: \"%s\""
                                .formatted(real.address(), authority));
    }

    @Test
    void leavesItToTheClusterWhatTheAskerMaySee() {
        connect("personal", Map.of("impersonate", "asker"));
        Map<String, String> own =
                Map.of("kind", "pods", "namespace", "shop", "source", id("personal"));
        assertThat(fails("k8s_resources_list", own)).isEqualTo(Code.UPSTREAM_DENIED);

        ClusterWorld.make(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: pods, namespace: shop}
                rules: [{apiGroups: [""], resources: [pods], verbs: [get, list]}]
                """,
                real.admin());
        ClusterWorld.make(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: %1$s, namespace: shop}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: pods}
                subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: %1$s}]
                """
                        .formatted(reader.username()),
                real.admin());
        await().ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(ask("k8s_resources_list", own).items()).isNotEmpty());
        assertThat(
                        fails(
                                "k8s_secret_keys_get",
                                Map.of(
                                        "name", "db",
                                        "namespace", "shop",
                                        "source", id("personal"))))
                .isEqualTo(Code.UPSTREAM_DENIED);
    }
}
