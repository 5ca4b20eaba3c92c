package io.opslore.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What the real kustomize makes of {@code k8s/}, held against the API's schemas and the project's
 * own rules. Skipped where there is neither kustomize nor kubectl.
 */
class KubernetesTests {

    private static final List<String> MCP =
            List.of("mcp-docs", "mcp-gitea", "mcp-kubernetes", "mcp-swarm");
    private static final Set<String> ALWAYS =
            Set.of(
                    "opslore → kube-system:53",
                    "opslore → outside:443",
                    "opslore → outside:6443",
                    "mcp-gitea → outside:443",
                    "mcp-docs → outside:443",
                    "mcp-swarm → outside:2376",
                    "mcp-kubernetes → outside:443",
                    "mcp-kubernetes → outside:6443");
    private static final Set<String> WITH_OLLAMA =
            Set.of(
                    "ingress-nginx → opslore:8080",
                    "opslore → ollama:11434",
                    "ollama → kube-system:53",
                    "ollama → outside:443");
    private static final Set<String> WITH_STORES =
            Set.of(
                    "opslore → 10.20.0.0/24:5432",
                    "opslore → 10.20.0.0/24:6334",
                    "monitoring → opslore:8080");

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
    void eachObjectIsOneThatTheApiTakes(String folder) throws Exception {
        List<JsonNode> objects = Manifests.rendered(folder);

        assertThat(objects).isNotEmpty();
        for (JsonNode object : objects) {
            assertThat(KubernetesSchemas.errors(object)).as(Cluster.what(object)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ha  | Deployment              | /spec/template/spec              | replica            | 2",
                "ha  | Deployment              | /spec/template/spec/containers/0 | readinesProbe      | {}",
                "ha  | Deployment              | /spec                            | replicas           | \"two\"",
                "ha  | HorizontalPodAutoscaler | /spec                            | maxReplicas        | null",
                "ha  | Certificate             | /spec                            | issuerRef          | null",
                "ha  | Certificate             | /spec                            | dnsName            | \"x\"",
                "ha  | ServiceMonitor          | /spec/endpoints/0                | scheme             | 1",
                "ha  | Ingress                 | /spec/rules/0/http/paths/0       | pathType           | null",
                "ha  | NetworkPolicy           | /spec                            | podSelectors       | {}",
                "gpu | Service                 | /spec/ports/0                    | port               | null",
            })
    void whatTheApiWouldRefuseIsFound(
            String overlay, String kind, String where, String key, String value) throws Exception {
        JsonNode object =
                new Cluster(Manifests.rendered("overlays/" + overlay))
                        .ofKind(kind)
                        .findFirst()
                        .orElseThrow();
        Manifests.change(object, where, key, value);

        assertThat(KubernetesSchemas.errors(object)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "gpu", "ha"})
    void keepsToTheProjectsRules(String overlay) throws Exception {
        assertThat(KubernetesPolicy.problems(Manifests.whole(overlay))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deployment opslore | /spec/template/spec/securityContext | runAsNonRoot | false | may run as root",
                "Deployment opslore | /spec/template/spec/containers/0 | image | \"opslore:latest\" | has no pinned version",
                "Deployment ollama | /spec/template/spec/containers/0 | image | \"ollama/ollama\" | has no pinned version",
                "Deployment mcp-docs | /spec/template/spec/containers/0/securityContext | readOnlyRootFilesystem | null | writes its root",
                "Deployment mcp-docs | /spec/template/spec/containers/0/securityContext | privileged | true | is privileged",
                "Deployment mcp-gitea | /spec/template/spec/containers/0/securityContext | allowPrivilegeEscalation | null | may gain privileges",
                "Deployment mcp-gitea | /spec/template/spec/containers/0/securityContext/capabilities | drop | [] | has capabilities",
                "Deployment mcp-swarm | /spec/template/spec/containers/0/resources/limits | memory | null | has no limit of memory",
                "Deployment opslore | /spec/template/spec | automountServiceAccountToken | true | has a token that it does not need",
                "Deployment opslore | /spec/template/spec | hostNetwork | true | has hostNetwork",
                "Deployment opslore | /spec/template/spec | serviceAccountName | \"other\" | names a ServiceAccount",
                "Deployment opslore | /spec/template/spec/containers/0/livenessProbe/httpGet | path | \"/health\" | that asks for nothing",
                "Deployment opslore | /spec/template/spec/containers/0/readinessProbe/httpGet | port | \"web\" | at no port",
                "Deployment opslore | /spec/template/spec/containers/0/envFrom/0/configMapRef | name | \"x\" | names a ConfigMap",
                "Service opslore | /spec/selector | app.kubernetes.io/name | \"portal\" | leads to 0 workloads",
                "Service ollama | /spec/ports/0 | targetPort | \"api\" | leads to a port",
                "Service opslore | /spec | type | \"NodePort\" | is open beyond",
                "Ingress opslore | /spec | tls | [] | has no TLS",
                "Namespace opslore | /metadata/labels | pod-security.kubernetes.io/enforce | \"baseline\" | does not enforce",
                "ClusterRole opslore-mcp-kubernetes | /rules/0 | verbs | [\"get\",\"delete\"] | may change",
                "ClusterRole opslore-mcp-kubernetes | /rules/0 | resources | [\"secrets\"] | may reach secrets",
                "PodDisruptionBudget opslore | /spec/selector/matchLabels | app.kubernetes.io/name | \"x\" | is for no pod",
                "HorizontalPodAutoscaler opslore | /spec/scaleTargetRef | name | \"x\" | names a Deployment",
                "NetworkPolicy default-deny | /spec | egress | [{}] | is not closed at first",
                "NetworkPolicy mcp-from-portal | /spec/podSelector/matchLabels | app.kubernetes.io/component | \"x\" | selects no pod",
                "NetworkPolicy mcp-from-portal | /spec/ingress/0/ports/0 | port | 8081 | is let out and not in",
                "NetworkPolicy ollama-from-portal | /spec | ingress | [] | is let out and not in",
                "NetworkPolicy portal-to-outside | /spec/egress/0 | ports | null | opens every port",
            })
    void whatBreaksARuleIsFound(
            String object, String where, String key, String value, String problem)
            throws Exception {
        Cluster cluster = Manifests.whole("ha");
        JsonNode broken =
                cluster.objects().stream()
                        .filter(each -> Cluster.what(each).equals(object))
                        .findFirst()
                        .orElseThrow();
        Manifests.change(broken, where, key, value);

        assertThat(KubernetesPolicy.problems(cluster))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "gpu", "ha"})
    void exactlyTheDrawnArrowsAreOpen(String overlay) throws Exception {
        Set<String> expected = new TreeSet<>(ALWAYS);
        for (String server : MCP) {
            expected.add("opslore → " + server + ":8080");
            expected.add(server + " → kube-system:53");
        }
        if (!overlay.equals("small")) {
            expected.addAll(WITH_OLLAMA);
        }
        if (overlay.equals("ha")) {
            expected.addAll(WITH_STORES);
        }
        assertThat(new NetworkArrows(Manifests.whole(overlay)).drawn()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/small", "overlays/gpu", "overlays/ha", "mcp"})
    void everySettingIsOne(String folder) throws Exception {
        List<String> names =
                new Cluster(Manifests.rendered(folder))
                        .ofKind("ConfigMap")
                        .flatMap(map -> Yaml.keys(map.get("data")))
                        .toList();

        assertThat(names).isNotEmpty();
        assertThat(new KnownSettings().unknown(names)).isEmpty();
    }

    @Test
    void bothWaysOfSecretsMakeTheSameWhichAreThoseThatAreWanted() throws Exception {
        Map<String, Set<String>> sealed = new HashMap<>();
        for (JsonNode secret : Manifests.rendered("secrets/sealed")) {
            sealed.put(
                    Cluster.namespace(secret) + "/" + Cluster.name(secret),
                    Set.copyOf(Yaml.keys(secret.at("/spec/encryptedData")).toList()));
        }
        Map<String, Set<String>> external = new HashMap<>();
        new Cluster(Manifests.rendered("secrets/external"))
                .ofKind("ExternalSecret")
                .forEach(secret ->
                        external.put(
                                Cluster.namespace(secret)
                                        + "/"
                                        + secret.at("/spec/target/name").asString(),
                                Set.copyOf(
                                        secret.at("/spec/data")
                                                .valueStream()
                                                .map(each -> each.get("secretKey").asString())
                                                .toList())));

        assertThat(external).isEqualTo(sealed);
        assertThat(wanted()).isNotEmpty().allMatch(sealed::containsKey);
        List<String> names =
                sealed.values().stream()
                        .flatMap(Set::stream)
                        .filter(key -> !key.equals("token"))
                        .toList();
        assertThat(new KnownSettings().unknown(names)).isEmpty();
    }

    @Test
    void argoCdIsLedToFoldersThatAreThereAndMayBringWhatIsInThem() throws Exception {
        var argo = new Cluster(Manifests.rendered("argocd"));
        List<String> paths = new ArrayList<>();
        argo.ofKind("Application")
                .forEach(each -> paths.add(each.at("/spec/source/path").asString()));
        JsonNode set = argo.ofKind("ApplicationSet").findFirst().orElseThrow();
        for (JsonNode element : set.at("/spec/generators/0/list/elements")) {
            paths.add(
                    set.at("/spec/template/spec/source/path")
                            .asString()
                            .replace("{{ .overlay }}", element.get("overlay").asString()));
        }
        JsonNode project = argo.ofKind("AppProject").findFirst().orElseThrow();
        String allowed = project.at("/spec/clusterResourceWhitelist").toString();

        assertThat(paths)
                .hasSize(3)
                .allMatch(path -> Files.exists(Path.of(path, "kustomization.yaml")));
        for (String path : paths) {
            Manifests.rendered(path.replaceFirst("k8s/", "")).stream()
                    .filter(object -> Cluster.namespace(object).isEmpty())
                    .forEach(object ->
                            assertThat(allowed)
                                    .contains("\"" + object.get("kind").asString() + "\""));
        }
    }

    private static Stream<String> wanted() throws Exception {
        return Manifests.whole("ha")
                .workloads()
                .flatMap(workload ->
                        workload.at("/spec/template/spec/volumes")
                                .valueStream()
                                .filter(volume -> volume.at("/name").asString().equals("secrets"))
                                .map(volume ->
                                        Cluster.namespace(workload)
                                                + "/"
                                                + volume.at("/secret/secretName").asString()));
    }
}
