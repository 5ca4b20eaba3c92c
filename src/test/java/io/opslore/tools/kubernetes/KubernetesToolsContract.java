package io.opslore.tools.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.TestingConnections;
import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.Clusters;
import io.opslore.connections.kubernetes.Gate;
import io.opslore.connections.kubernetes.Gate.Seen;
import io.opslore.connections.kubernetes.Listing;
import io.opslore.connections.kubernetes.TestingApiServer;
import io.opslore.connections.kubernetes.TestingClusters;
import io.opslore.guard.Masking;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.KeyedHashes;
import io.opslore.identity.Role;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.TestingToolCalls;
import io.opslore.tools.Tool;
import io.opslore.tools.ToolAnswer;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolCalls;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import io.opslore.tools.ToolInfo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What the tools find in a cluster, whoever plays it, and what never leaves it. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class KubernetesToolsContract extends PortalTest {

    @Autowired private ChosenSource chosen;
    @Autowired private Masking masking;
    @Autowired private KeyedHashes hashes;
    @Autowired private Accounts accounts;
    @Autowired private Spaces spaces;
    @Autowired private Clock clock;
    @Autowired private ApplicationContext portal;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<ConnectionId> kept = new ArrayList<>();
    private TestingApiServer server;
    private ToolCalls calls;
    private Clusters clusters;
    private Space space;
    protected Asker reader;

    /** Starts it, empty. */
    abstract TestingApiServer start();

    @BeforeAll
    void aShop() {
        server = start();
        ClusterWorld.build(server);
        clusters = TestingClusters.reaching(masking, hashes, hosts());
        calls = TestingToolCalls.to(tools(), portal);
        space = spaces.create("Cluster " + run, "", TestingAskers.with(accounts, Role.ADMIN));
    }

    /** Those on this machine that may be reached. */
    String[] hosts() {
        return new String[] {server.gate().hostAndPort()};
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void connected() {
        reader = TestingAskers.with(accounts, Role.READER);
        connect("main", Map.of());
        server.gate().seen();
    }

    @AfterEach
    void forget() {
        kept.forEach(one -> TestingConnections.remove(one, portal));
        kept.clear();
    }

    private List<Tool> tools() {
        List<ClusterTool> looking =
                List.of(
                        new NamespacesList(chosen, clusters),
                        new ResourcesList(chosen, clusters),
                        new ResourceGet(chosen, clusters),
                        new PodLogs(chosen, clusters),
                        new EventsList(chosen, clusters, clock),
                        new RolloutGet(chosen, clusters),
                        new WorkloadDiagnose(chosen, clusters),
                        new SecretKeysGet(chosen, clusters),
                        new TopList(chosen, clusters),
                        new ApisList(chosen, clusters));
        List<Tool> all = new ArrayList<>(looking);
        all.add(new ClustersList(chosen));
        all.add(new QueryRun(looking));
        return all;
    }

    @Test
    void listsClustersNamespacesAndObjects() {
        assertThat(call("k8s_clusters_list", Map.of()).items())
                .contains(Map.of("source", "main-" + run, "name", "main"));
        assertThat(names(ask("k8s_namespaces_list", Map.of()))).contains("shop", "many");
        assertThat(names(ask("k8s_resources_list", Map.of("kind", "po", "namespace", "shop"))))
                .contains("crashing", "fine", "api-2-x");
        assertThat(
                        names(
                                ask(
                                        "k8s_resources_list",
                                        Map.of("kind", "Pod", "labelSelector", "app=fine"))))
                .containsExactly("fine");
        assertThat(ask("k8s_resources_list", Map.of("kind", "deploy")).version()).isNotEmpty();
    }

    @Test
    void readsAnObjectInEachView() {
        for (String view : List.of("summary", "yaml", "json", "status")) {
            ToolAnswer answer = get("deployment", "api", view);
            assertThat(answer.items()).hasSize(1);
            assertThat(answer.version()).isNotEmpty();
            assertThat(text(answer)).doesNotContain("managedFields", "last-applied");
        }
        assertThat(text(get("deployment", "api", "yaml"))).contains("shop/api:2", "DB_PASSWORD");
        assertThat(text(get("cm", "settings", "yaml")))
                .contains("server.port=8080", "LOG_LEVEL", "debug");
        assertThat(text(get("deployment", "api", "status"))).contains("ProgressDeadlineExceeded");
    }

    @Test
    void tellsOfASecretItsKeysSizesAndHashes() {
        ToolAnswer answer = ask("k8s_secret_keys_get", Map.of("name", "db", "namespace", "shop"));

        assertThat(answer.items())
                .extracting(row -> row.get("key"))
                .containsExactlyInAnyOrder("password", "note");
        assertThat(answer.items())
                .filteredOn(row -> "password".equals(row.get("key")))
                .first()
                .satisfies(row -> {
                    assertThat(row).containsEntry("bytes", ClusterWorld.IN_SECRET.length());
                    assertThat((String) row.get("hash")).matches("[0-9a-f]{8}");
                });
        assertThat(text(get("secret", "db", "yaml"))).contains("password", "bytes");
    }

    @Test
    void readsTheEndOfALogAndSearchesIt() {
        ToolAnswer answer = ask("k8s_pod_logs", Map.of("pod", "crashing", "namespace", "shop"));

        assertThat(text(answer)).contains("panic: no database").doesNotContain("request 1 done");
        assertThat(
                        text(
                                ask(
                                        "k8s_pod_logs",
                                        Map.of(
                                                "pod", "crashing",
                                                "namespace", "shop",
                                                "grep", "REQUEST 17 "))))
                .contains("request 17 done")
                .doesNotContain("panic");
    }

    @Test
    void tellsEqualEventsAsOne() {
        ToolAnswer answer =
                ask(
                        "k8s_events_list",
                        Map.of("namespace", "shop", "kind", "pod", "name", "crashing"));

        assertThat(answer.items()).hasSize(1);
        assertThat(answer.items().getFirst())
                .containsEntry("count", 15L)
                .containsEntry("reason", "BackOff");
        assertThat(ask("k8s_events_list", Map.of("since", "1m")).items()).isEmpty();
    }

    @Test
    void saysWhyAPodIsNotWell() {
        assertThat(cause("pod", "crashing"))
                .contains("CrashLoopBackOff", "its command is not there", "panic: no database");
        assertThat(cause("pod", "hungry")).contains("OOMKilled", "64Mi");
        assertThat(cause("pod", "probed")).contains("ProbeFailed", "Liveness probe failed");
        assertThat(cause("pod", "unready")).contains("NotReady", "Readiness probe failed");
        assertThat(cause("pod", "homeless")).contains("Unschedulable", "3 Insufficient cpu");
        assertThat(cause("pod", "unconfigured")).contains("CreateContainerConfigError", "gone");
        assertThat(cause("pod", "fine")).contains("Healthy");
        assertThat(cause("pod", "api-2-x"))
                .contains("ImagePullBackOff", "manifest unknown", "Deployment/api");
    }

    @Test
    void findsByItsNameWhatIsInOneNamespaceAlone() {
        assertThat(text(ask("k8s_workload_diagnose", Map.of("kind", "pod", "name", "crashing"))))
                .contains("CrashLoopBackOff");
        assertThat(ask("k8s_pod_logs", Map.of("pod", "crashing")).items()).isNotEmpty();
        assertThatThrownBy(() ->
                        ask("k8s_resource_get", Map.of("kind", "configmap", "name", "settings")))
                .hasMessageContaining("It is in several namespaces: ")
                .hasMessageContaining("shop");
        assertThat(fails("k8s_resource_get", Map.of("kind", "pod", "name", "nobody")))
                .isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void saysWhyADeploymentIsNotWellByItsPods() {
        assertThat(cause("deploy", "api"))
                .contains("ImagePullBackOff", "api-2-x", "ProgressDeadlineExceeded");
    }

    @Test
    void tellsWhatARolloutHasChanged() {
        ToolAnswer answer = ask("k8s_rollout_get", target("deployment", "api"));

        Map<String, Object> state = answer.items().getFirst();
        assertThat(state).containsEntry("state", "not complete");
        assertThat(state.get("cause")).isEqualTo("ImagePullBackOff");
        assertThat(state.get("changes").toString())
                .contains("spec.containers[main].image: shop/api:1 → shop/api:2")
                .contains("DB_PASSWORD");
        assertThat(answer.items()).hasSize(3);
    }

    @Test
    void tellsWhatARolloutOfAStatefulSetHasChanged() {
        ClusterWorld.statefulSet(server.admin());

        ToolAnswer answer = ask("k8s_rollout_get", target("sts", "store"));

        assertThat(answer.items().getFirst().get("changes").toString())
                .contains("spec.containers[main].image: shop/db:1 → shop/db:2");
        assertThat(answer.items().get(1)).containsEntry("revision", 2L);
        assertThat(text(answer)).doesNotContain(ClusterWorld.IN_ENV);
    }

    @Test
    void tellsWhoUsesMostWhereTheClusterMeasuresIt() {
        server.gate()
                .answer(
                        "/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods",
                        """
                        {"kind": "PodMetricsList", "metadata": {}, "items": [
                          {"metadata": {"name": "small", "namespace": "shop"},
                           "containers": [{"name": "a", "usage": {"cpu": "250000n", "memory": "2048Ki"}}]},
                          {"metadata": {"name": "big", "namespace": "shop"},
                           "containers": [{"name": "a", "usage": {"cpu": "1500m", "memory": "64Mi"}},
                                          {"name": "b", "usage": {"cpu": "1", "memory": "64Mi"}}]}]}
                        """);

        assertThat(query("top pods -n shop").items())
                .containsExactly(
                        Map.of(
                                "namespace",
                                "shop",
                                "name",
                                "big",
                                "cpu",
                                "2500m",
                                "memory",
                                "128Mi"),
                        Map.of("namespace", "shop", "name", "small", "cpu", "0m", "memory", "2Mi"));
    }

    @Test
    void isOfferedByThePortal() {
        assertThat(portal.getBean(ToolCalls.class).tools())
                .extracting(ToolInfo::name)
                .filteredOn(name -> name.startsWith("k8s_"))
                .hasSize(12);
    }

    @Test
    void tellsNoClusterANameThatItCouldReadAsAnother() {
        connect("personal", Map.of("impersonate", "asker"));
        reader = new Asker(reader.id(), "админ");

        assertThat(fails("k8s_namespaces_list", Map.of("source", id("personal"))))
                .isEqualTo(Code.UPSTREAM_DENIED);
        reader = new Asker(reader.id(), "system:admin");
        assertThat(fails("k8s_namespaces_list", Map.of("source", id("personal"))))
                .isEqualTo(Code.UPSTREAM_DENIED);
        assertThat(server.gate().seen()).isEmpty();
    }

    @Test
    void understandsWhatIsWrittenAsToKubectl() {
        assertThat(names(query("kubectl get pods -n shop -l app=fine"))).containsExactly("fine");
        assertThat(text(query("get secret/db -n shop -o yaml"))).contains("bytes");
        assertThat(text(query("logs crashing -n shop --tail=5"))).contains("panic");
        assertThat(text(query("describe pod crashing -n shop"))).contains("CrashLoopBackOff");
        assertThat(text(query("rollout status deploy/api -n shop"))).contains("not complete");
        assertThat(text(query("events -n shop --types=Warning"))).contains("BackOff");
        assertThat(fails("k8s_query_run", Map.of("command", "get secret db -o jsonpath=x")))
                .isEqualTo(Code.UNSUPPORTED);
    }

    @Test
    void goesThroughFiveHundredPodsByPages() {
        List<String> made = ClusterWorld.manyPods(server.admin(), 500);
        assertThat(byPages(Map.of("kind", "pods", "namespace", "many"))).isEqualTo(made);
        assertThat(byPages(Map.of("kind", "pods", "namespace", "many", "wide", true)))
                .isEqualTo(made);
        assertThat(server.gate().seen())
                .allSatisfy(seen -> assertThat(seen.address().getQuery()).contains("limit=200"))
                .anySatisfy(seen -> assertThat(seen.address().getQuery()).contains("continue="));
    }

    private List<String> byPages(Map<String, ?> wanted) {
        List<String> told = new ArrayList<>();
        Map<String, Object> arguments = new HashMap<>(wanted);
        int pages = 0;
        ToolAnswer answer;
        do {
            answer = ask("k8s_resources_list", arguments);
            told.addAll(names(answer));
            arguments.put("cursor", answer.nextCursor());
            pages++;
        } while (answer.truncated() && pages < 20);
        System.out.printf("%d pods in %d pages%n", told.size(), pages);
        return told;
    }

    @Test
    void takesSecretsOutOfWhateverIsAsked() {
        Map<String, String> told = new HashMap<>();
        for (Attempt attempt : Attempt.all("main-" + run)) {
            told.put(attempt.toString(), answered(attempt));
        }

        assertThat(told).hasSizeGreaterThan(60);
        assertThat(told)
                .allSatisfy((asked, answer) ->
                        assertThat(answer)
                                .as(asked)
                                .doesNotContain(ClusterWorld.PLANTED.toArray(String[]::new)));
        System.out.printf(
                "%d calls, %d of %d characters, %d planted secrets, 0 told%n",
                told.size(),
                told.values().stream().filter(one -> !one.startsWith("failed")).count(),
                told.values().stream().mapToInt(String::length).sum(),
                ClusterWorld.PLANTED.size());
    }

    @Test
    void takesSecretsOutBeforeAnyToolSeesThem() {
        try (Cluster cluster = opened("main")) {
            for (String kind : List.of("secrets", "cm", "pods", "deploy", "rs", "events")) {
                assertThat(cluster.list(Listing.of(cluster.kind(kind), "shop")).toString())
                        .as(kind)
                        .contains("shop")
                        .doesNotContain(ClusterWorld.PLANTED.toArray(String[]::new))
                        .doesNotContain("last-applied", "managedFields");
            }
        }
    }

    @Test
    void sendsNothingButGetWhateverIsAsked() {
        List<Attempt> attempts = new ArrayList<>(Attempt.all("main-" + run));
        attempts.addAll(Attempt.crafted());
        attempts.forEach(this::answered);

        List<Seen> seen = server.gate().seen();
        assertThat(seen).hasSizeGreaterThan(attempts.size() / 2);
        assertThat(seen).extracting(Seen::method).containsOnly("GET");
        assertThat(seen)
                .allSatisfy(one -> {
                    assertThat(one.address().getRawPath())
                            .doesNotContainPattern(
                                    "/(pods|services|nodes)/[^/]+/(exec|attach|portforward|proxy)")
                            .doesNotContain("..", "%2e", "%2F");
                    assertThat(one.header("Upgrade")).isEmpty();
                });
        System.out.printf(
                "%d attempts, %d requests: %s%n",
                attempts.size(),
                seen.size(),
                seen.stream().collect(Collectors.groupingBy(Seen::method, Collectors.counting())));
    }

    @Test
    void asksOnBehalfOfTheAskerWhereItIsSetSo() {
        connect("personal", Map.of("impersonate", "asker"));

        answered(
                new Attempt(
                        "k8s_resources_list", Map.of("kind", "pods", "source", "personal-" + run)));

        assertThat(server.gate().seen())
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.header("Impersonate-user")).isEqualTo(reader.username());
                    assertThat(one.headers()).doesNotContainKey("Impersonate-group");
                });
        ask("k8s_namespaces_list", Map.of());
        assertThat(server.gate().seen())
                .allSatisfy(one -> assertThat(one.headers()).doesNotContainKey("Impersonate-user"));
    }

    @Test
    void looksIntoTheContextOfTheConnection() {
        connect("second", Map.of("context", "second"));

        answered(new Attempt("k8s_namespaces_list", Map.of("source", "second-" + run)));
        answered(new Attempt("k8s_namespaces_list", Map.of("source", "main-" + run)));

        assertThat(server.gate().seen())
                .extracting(seen -> seen.header("Authorization"))
                .containsOnly("Bearer other-token", "Bearer " + server.token());
    }

    @Test
    void showsNoNamespaceThatTheConnectionLeavesOut() {
        connect("narrow", Map.of("namespaces", "sho*\nman?"));
        String source = "narrow-" + run;

        assertThat(names(ask("k8s_namespaces_list", Map.of("source", source))))
                .containsExactlyInAnyOrder("shop", "many");
        assertThat(ask("k8s_resources_list", Map.of("kind", "cm", "source", source)).items())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("namespace")).isIn("shop", "many"));
        for (String hidden : List.of("hidden", "absent")) {
            assertThat(
                            fails(
                                    "k8s_resource_get",
                                    Map.of(
                                            "kind",
                                            "cm",
                                            "name",
                                            "settings",
                                            "namespace",
                                            hidden,
                                            "source",
                                            source)))
                    .isEqualTo(Code.NOT_FOUND);
            assertThat(
                            fails(
                                    "k8s_pod_logs",
                                    Map.of("pod", "x", "namespace", hidden, "source", source)))
                    .isEqualTo(Code.NOT_FOUND);
        }
        server.gate().seen();
        assertThat(fails("k8s_resources_list", Map.of("kind", "nodes", "source", source)))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(server.gate().seen()).isEmpty();
    }

    protected ToolAnswer ask(String tool, Map<String, ?> arguments) {
        Map<String, Object> given = new HashMap<>(arguments);
        given.putIfAbsent("source", "main-" + run);
        return call(tool, given);
    }

    private ToolAnswer call(String tool, Map<String, ?> arguments) {
        return calls.call(tool, arguments, reader);
    }

    protected Code fails(String tool, Map<String, ?> arguments) {
        try {
            ask(tool, arguments);
        } catch (ToolFailure failure) {
            return failure.code();
        }
        throw new AssertionError("It did not fail: " + tool + arguments);
    }

    private String answered(Attempt attempt) {
        try {
            return text(ask(attempt.tool(), attempt.arguments()));
        } catch (ToolFailure failure) {
            assertThat(failure.code()).as(attempt.toString()).isNotEqualTo(Code.INTERNAL);
            return "failed: " + failure.getMessage() + failure.suggestion();
        }
    }

    protected ToolAnswer query(String command) {
        return ask("k8s_query_run", Map.of("command", command));
    }

    private ToolAnswer get(String kind, String name, String view) {
        Map<String, String> arguments = new HashMap<>(target(kind, name));
        arguments.put("view", view);
        return ask("k8s_resource_get", arguments);
    }

    private String cause(String kind, String name) {
        return text(ask("k8s_workload_diagnose", target(kind, name)));
    }

    private static Map<String, String> target(String kind, String name) {
        return Map.of("kind", kind, "name", name, "namespace", "shop");
    }

    private static List<String> names(ToolAnswer answer) {
        return answer.items().stream().map(row -> String.valueOf(row.get("name"))).toList();
    }

    protected static String text(ToolAnswer answer) {
        return JsonMapper.shared().writeValueAsString(answer);
    }

    /** Without any tool. */
    protected Cluster opened(String name) {
        return clusters.open(chosen.open(arguments(id(name)), reader, Clusters.KIND), reader);
    }

    private ToolArguments arguments(String source) {
        return ToolArguments.fitting(
                new NamespacesList(chosen, clusters).info(), Map.of("source", source));
    }

    protected void connect(String name, Map<String, String> settings) {
        connect(name, settings, server.kubeconfig());
    }

    protected void connect(String name, Map<String, String> settings, String kubeconfig) {
        var connection =
                new Connection(
                        new ConnectionId(name + "-" + run),
                        name,
                        Clusters.KIND,
                        space.id(),
                        settings,
                        Map.of("kubeconfig", kubeconfig));
        TestingConnections.put(connection, portal);
        kept.add(connection.id());
    }

    protected String id(String name) {
        return name + "-" + run;
    }

    protected TestingApiServer server() {
        return server;
    }

    protected Gate gate() {
        return server.gate();
    }
}
