package io.opslore.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.connections.kubernetes.RealApiServer;
import io.opslore.deployment.TriedOut.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the real kustomize makes of {@code k8s/}, tried on a real API server with its admission: its
 * defaults, its validation and <i>PodSecurity restricted</i>. Kinds of others are tried where
 * {@code .ci/cluster} has fetched their definitions. Skipped without a kube-apiserver.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesOnServerTests {

    private static final Path DEFINITIONS = Path.of("target/manifests/definitions");
    private static final List<String> FOLDERS =
            List.of(
                    "overlays/small",
                    "overlays/gpu",
                    "overlays/ha",
                    "mcp",
                    "argocd",
                    "secrets/sealed",
                    "secrets/external");

    /** Whoever is signed in may ask what it may do itself. */
    private static final Set<String> EVERYBODYS =
            Set.of(
                    "create authentication.k8s.io/selfsubjectreviews",
                    "create authorization.k8s.io/selfsubjectaccessreviews",
                    "create authorization.k8s.io/selfsubjectrulesreviews");

    private static final List<String> READING = List.of("get", "list", "watch");
    private static final List<String> WRITING =
            List.of("create", "update", "patch", "delete", "deletecollection", "bind", "escalate");

    private RealApiServer server;
    private TriedOut cluster;

    @BeforeAll
    void aClusterWithTheNamespaces() throws Exception {
        List<JsonNode> objects = new ArrayList<>();
        for (String folder : FOLDERS) {
            objects.addAll(Manifests.rendered(folder));
        }
        server = new RealApiServer();
        cluster = new TriedOut(server.admin());
        for (JsonNode definition : definitions()) {
            cluster.made(definition);
        }
        objects.stream()
                .map(Cluster::namespace)
                .filter(namespace -> !namespace.isEmpty())
                .distinct()
                .forEach(namespace -> cluster.made(namespace(namespace)));
        new Cluster(objects).ofKind("Namespace").forEach(cluster::made);
        awaitDefinitions();
    }

    @AfterAll
    void endIt() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overlays/small",
                "overlays/gpu",
                "overlays/ha",
                "mcp",
                "argocd",
                "secrets/sealed",
                "secrets/external"
            })
    void theServerTakesEachObjectWithoutAWord(String folder) throws Exception {
        List<JsonNode> known = Manifests.rendered(folder).stream().filter(cluster::knows).toList();
        Assumptions.assumeFalse(
                known.isEmpty(), "no definitions of these kinds; .ci/cluster fetches them");

        for (JsonNode object : known) {
            assertThat(cluster.tried(object).complaints()).as(Cluster.what(object)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "gpu", "ha"})
    void theServerLetsTheirPodsIn(String overlay) throws Exception {
        List<JsonNode> workloads = Manifests.whole(overlay).workloads().toList();

        assertThat(workloads).hasSizeGreaterThanOrEqualTo(5);
        for (JsonNode workload : workloads) {
            assertThat(cluster.triedPod(workload).complaints())
                    .as(Cluster.what(workload))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deployment opslore | /spec/template/spec/containers/0 | readinesProbe | {} | not declared in schema",
                "Deployment opslore | /spec | replicas | \"two\" | expected numeric",
                "Deployment opslore | /spec/selector/matchLabels | app.kubernetes.io/name | \"x\" | does not match template",
                "Deployment opslore | /spec/template/spec/containers/0/volumeMounts/0 | name | \"x\" | Not found",
                "Deployment mcp-docs | /spec/template/spec/securityContext | runAsNonRoot | false | would violate PodSecurity",
                "Deployment ollama | /spec/template/spec | hostNetwork | true | would violate PodSecurity",
                "PodDisruptionBudget opslore | /spec | maxUnavailable | 1 | cannot be both set",
                "HorizontalPodAutoscaler opslore | /spec | maxReplicas | 1 | greater than or equal to",
                "Service opslore | /spec/ports/0 | targetPort | \"a_name\" | Invalid value",
                "Ingress opslore | /spec/rules/0/http/paths/0 | pathType | \"Any\" | Unsupported value",
                "NetworkPolicy portal-to-stores | /spec/egress/0/to/0/ipBlock | cidr | \"10.20.0.0\" | Invalid value",
                "ClusterRoleBinding opslore-mcp-kubernetes | /roleRef | kind | \"Rule\" | Unsupported value",
                "ServiceAccount mcp-docs | /metadata | name | \"MCP\" | Invalid value",
            })
    void whatIsWrongIsRefusedOrWarnedOf(
            String object, String where, String key, String value, String said) throws Exception {
        JsonNode broken =
                Manifests.whole("ha").objects().stream()
                        .filter(each -> Cluster.what(each).equals(object))
                        .findFirst()
                        .orElseThrow();
        Manifests.change(broken, where, key, value);

        assertThat(cluster.tried(broken).complaints())
                .anySatisfy(complaint -> assertThat(complaint).contains(said));
    }

    @Test
    void aPodThatMayBeRootIsKeptOut() throws Exception {
        JsonNode workload =
                Manifests.whole("ha").find("Deployment", "opslore-mcp", "mcp-swarm").orElseThrow();
        Manifests.change(workload, "/spec/template/spec/securityContext", "runAsNonRoot", "false");

        assertThat(cluster.triedPod(workload).status()).isEqualTo(403);
    }

    @Test
    void theServerForKubernetesReadsWhatItsRoleNamesAndNobodyElseAnything() throws Exception {
        var rendered = new Cluster(Manifests.rendered("mcp"));
        Stream.of("ServiceAccount", "ClusterRole", "ClusterRoleBinding")
                .flatMap(rendered::ofKind)
                .forEach(cluster::made);
        List<String> accounts =
                rendered.ofKind("ServiceAccount")
                        .map(account -> Cluster.namespace(account) + ":" + Cluster.name(account))
                        .toList();

        assertThat(accounts).hasSize(4);
        for (String account : accounts) {
            Set<String> rights = rights(account);
            assertThat(rights).containsAll(EVERYBODYS);
            rights.removeAll(EVERYBODYS);
            if (account.equals("opslore-mcp:mcp-kubernetes")) {
                assertThat(rights).isEqualTo(named(rendered));
            } else {
                assertThat(rights).as(account).isEmpty();
            }
        }
    }

    /** Everything that an account may do anywhere, asked of the server one by one. */
    private Set<String> rights(String account) {
        Set<String> rights = new TreeSet<>();
        for (Resource resource : cluster.all()) {
            Stream.concat(READING.stream(), WRITING.stream())
                    .filter(verb -> cluster.may(account, verb, resource))
                    .forEach(verb ->
                            rights.add(verb + " " + resource.group() + "/" + resource.name()));
        }
        return rights;
    }

    /** What the role names of the resources that this server has, to be read and no more. */
    private Set<String> named(Cluster rendered) {
        JsonNode role = rendered.ofKind("ClusterRole").findFirst().orElseThrow();
        Set<String> named = new TreeSet<>();
        for (Resource resource : cluster.all()) {
            role.get("rules")
                    .valueStream()
                    .filter(rule -> Yaml.texts(rule.get("apiGroups")).contains(resource.group()))
                    .filter(rule -> Yaml.texts(rule.get("resources")).contains(resource.name()))
                    .flatMap(rule -> READING.stream())
                    .forEach(verb ->
                            named.add(verb + " " + resource.group() + "/" + resource.name()));
        }
        assertThat(named)
                .contains("get /pods", "watch apps/deployments", "get /pods/log")
                .noneMatch(right -> right.contains("secrets") || right.contains("exec"));
        return named;
    }

    private static List<JsonNode> definitions() throws IOException {
        if (!Files.isDirectory(DEFINITIONS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(DEFINITIONS)) {
            return files.sorted()
                    .flatMap(file -> Yaml.all(Yaml.text(file)).stream())
                    .map(KubernetesOnServerTests::withoutLabels)
                    .toList();
        }
    }

    /** Some are cut from charts, with labels that are to be filled in. */
    private static JsonNode withoutLabels(JsonNode definition) {
        ((ObjectNode) definition.get("metadata")).retain("name");
        return definition;
    }

    private void awaitDefinitions() throws IOException {
        for (JsonNode definition : definitions()) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(() ->
                            server
                                    .admin()
                                    .apiextensions()
                                    .v1()
                                    .customResourceDefinitions()
                                    .withName(Cluster.name(definition))
                                    .get()
                                    .getStatus()
                                    .getConditions()
                                    .stream()
                                    .anyMatch(condition ->
                                            condition.getType().equals("Established")
                                                    && condition.getStatus().equals("True")));
        }
    }

    private static JsonNode namespace(String name) {
        return JsonMapper.shared()
                .valueToTree(
                        Map.of(
                                "apiVersion",
                                "v1",
                                "kind",
                                "Namespace",
                                "metadata",
                                Map.of("name", name)));
    }
}
