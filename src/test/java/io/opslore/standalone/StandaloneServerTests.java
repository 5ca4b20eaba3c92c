package io.opslore.standalone;

import static io.opslore.standalone.Conformance.call;
import static io.opslore.standalone.Conformance.pages;
import static io.opslore.standalone.Conformance.refusesWhatIsWrong;
import static io.opslore.standalone.Conformance.structured;
import static io.opslore.standalone.Conformance.tools;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.opslore.connections.git.TestingGitServer;
import io.opslore.connections.git.TestingWork;
import io.opslore.connections.kubernetes.MockApiServer;
import io.opslore.testing.TestingPortalProcess;
import io.opslore.testing.TestingSwarm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** MCP servers that run alone, each as a process, met by the protocol's own Java client. */
class StandaloneServerTests {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String PLANTED = "hunter2hunter2hunter2";
    private static final int PODS = 230;

    @TempDir Path scratch;

    private final List<AutoCloseable> open = new ArrayList<>();
    private Path logs;

    @BeforeEach
    void aFolderOfLogs() throws IOException {
        logs = Files.createDirectory(scratch.resolve("app-logs"));
        Files.writeString(
                logs.resolve("app.log"),
                "2026-11-23T10:00:01Z ERROR no route, password=%s\n".formatted(PLANTED));
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void theLogsServerHasItsToolsAloneAndLetsInByToken() throws Exception {
        String url = server(logsSettings()).url();

        assertThat(tools(client(url))).allMatch(name -> name.matches("(logs|remote)_.*"));
        refusesWhatIsWrong(client(url));
        CallToolResult tail = call(client(url), "logs_file_tail", Map.of("file", "app.log"));
        assertThat(tail.isError()).isFalse();
        assertThat(tail.toString())
                .contains("no route", "«secret:password#")
                .doesNotContain(PLANTED);
        assertThat(structured(tail)).containsEntry("masked", masked("password", 1));

        assertThat(status(url + "/mcp", "")).isEqualTo(401);
        assertThat(status(url + "/mcp", "Bearer " + TOKEN.replace('0', '1'))).isEqualTo(401);
        assertThat(status(url + "/actuator/health/readiness", "")).isEqualTo(200);
        assertThat(status(url + "/actuator/env", "Bearer " + TOKEN)).isEqualTo(401);
        assertThat(status(url + "/", "Bearer " + TOKEN)).isIn(401, 403);
    }

    @Test
    void theRecordSaysWhoCalledAndForWhomAndHoldsNoSecret() throws Exception {
        Map<String, String> settings = logsSettings();
        settings.put("opslore.mcp.tokens.portal", TOKEN + "-portal");
        settings.put("opslore.mcp.on-behalf", "portal");
        settings.put("opslore.audit.question-text", "true");
        TestingPortalProcess server = server(settings);
        var grep = Map.<String, Object>of("file", "app.log", "grep", "token=" + PLANTED);

        call(client(server.url(), TOKEN + "-portal", "anna"), "logs_file_tail", grep);

        await().untilAsserted(() ->
                assertThat(server.output())
                        .contains("\"actor\":\"anna\"", "\"via\":\"token portal\"", "tool.call"));
        assertThat(server.output()).doesNotContain(PLANTED).doesNotContain(TOKEN);
        assertThat(status(server.url() + "/mcp", "Bearer " + TOKEN, TokenFilter.ON_BEHALF, "anna"))
                .isEqualTo(403);
        assertThat(
                        status(
                                server.url() + "/mcp",
                                "Bearer " + TOKEN + "-portal",
                                TokenFilter.ON_BEHALF,
                                "anna, system:masters"))
                .isEqualTo(403);
        assertThat(
                        status(
                                server.url() + "/mcp",
                                "Bearer " + TOKEN + "-portal",
                                TokenFilter.ON_BEHALF,
                                "anna%0D%0Asystem:masters"))
                .isEqualTo(403);
    }

    @Test
    void theKubernetesServerLooksIntoItsClusterAndOnlyReads() {
        var cluster = new MockApiServer();
        open.add(cluster);
        cluster.admin()
                .resource(
                        new NamespaceBuilder()
                                .withNewMetadata()
                                .withName("shop")
                                .endMetadata()
                                .build())
                .create();
        cluster.admin()
                .resource(
                        new SecretBuilder()
                                .withNewMetadata()
                                .withNamespace("shop")
                                .withName("db")
                                .endMetadata()
                                .addToStringData("password", PLANTED)
                                .build())
                .create();
        for (int at = 0; at < PODS; at++) {
            cluster.admin().resource(pod("api-" + at)).create();
        }
        String url =
                server(
                                Map.of(
                                        "opslore.role",
                                        "mcp-kubernetes",
                                        "opslore.outbound.allowed-hosts",
                                        cluster.gate().hostAndPort(),
                                        "opslore.mcp.connections.prod.kind",
                                        "kubernetes",
                                        "opslore.mcp.connections.prod.fields.kubeconfig",
                                        cluster.kubeconfig()))
                        .url();

        assertThat(tools(client(url))).allMatch(name -> name.startsWith("k8s_"));
        refusesWhatIsWrong(client(url));
        assertThat(call(client(url), "k8s_namespaces_list", Map.of()).toString()).contains("shop");
        assertThat(
                        pages(
                                client(url),
                                "k8s_resources_list",
                                Map.of("kind", "pods", "namespace", "shop")))
                .containsExactly(2, PODS);
        var wanted = Map.<String, Object>of("namespace", "shop", "kind", "secret", "name", "db");
        CallToolResult secret = call(client(url), "k8s_resource_get", wanted);
        assertThat(secret.isError()).isFalse();
        assertThat(secret.toString()).contains("password").doesNotContain(PLANTED);
        assertThat(cluster.gate().seen()).isNotEmpty().allMatch(it -> it.method().equals("GET"));
    }

    @Test
    void theSwarmServerLooksIntoItsSwarmAndOnlyReads() {
        TestingSwarm swarm = TestingSwarm.running();
        String socket = TestingSwarm.socket().toString();
        String url =
                server(
                                Map.of(
                                        "opslore.role",
                                        "mcp-swarm",
                                        "opslore.connections.sockets",
                                        socket,
                                        "opslore.mcp.connections.here.kind",
                                        "swarm",
                                        "opslore.mcp.connections.here.fields.host",
                                        "unix://" + socket))
                        .url();

        assertThat(tools(client(url)))
                .contains("swarm_services_list")
                .allMatch(name -> name.startsWith("swarm_"));
        refusesWhatIsWrong(client(url));
        assertThat(call(client(url), "swarm_services_list", Map.of()).toString())
                .contains("shop_api");
        assertThat(swarm.requests()).isNotEmpty().allMatch(it -> it.startsWith("GET "));
    }

    @Test
    void theGitServerReadsARepository() {
        var work = new TestingWork(scratch, "runbooks");
        work.write("db/failover.md", "# Failover\n\nPromote by hand.\n").commit("Ann", "Say how");
        work.push();
        var git = new TestingGitServer(scratch);
        open.add(git);
        String url =
                server(
                                Map.of(
                                        "opslore.role",
                                        "mcp-gitea",
                                        "opslore.outbound.allowed-hosts",
                                        git.hostAndPort(),
                                        "opslore.mcp.connections.docs.kind",
                                        "git",
                                        "opslore.mcp.connections.docs.fields.url",
                                        git.address("runbooks.git").toString()))
                        .url();

        assertThat(tools(client(url))).allMatch(name -> name.startsWith("git_"));
        refusesWhatIsWrong(client(url));
        assertThat(call(client(url), "git_file_read", Map.of("path", "db/failover.md")).toString())
                .contains("Promote by hand.");
    }

    @Test
    void anEditorTalksToItOnAPipe() {
        Map<String, String> settings = logsSettings();
        var command = TestingPortalProcess.command("mcp");
        var process =
                ServerParameters.builder(command.getFirst())
                        .args(command.subList(1, command.size()))
                        .env(TestingPortalProcess.variables(settings))
                        .build();
        McpSyncClient client = client(new StdioClientTransport(process, json()));

        assertThat(tools(client)).contains("logs_file_tail");
        assertThat(call(client, "logs_file_tail", Map.of("file", "app.log")).toString())
                .contains("no route")
                .doesNotContain(PLANTED);
        assertThat(call(client, "logs_file_tail", Map.of("file", "none.log")).isError()).isTrue();
    }

    @Test
    void whatIsSetWronglyIsNamedAtStart() {
        Map<String, String> docs = logsSettings();
        docs.put("opslore.mcp.connections.app.kind", "kubernetes");

        assertThatThrownBy(() -> server(docs))
                .hasMessageContaining("opslore.mcp.connections.app.kind")
                .hasMessageContaining("logfiles, loki");
        assertThatThrownBy(() -> start(Map.of("opslore.role", "mcp-swarm")))
                .hasMessageContaining("opslore.mcp.tokens is empty");
        assertThatThrownBy(() ->
                        start(
                                Map.of(
                                        "opslore.role",
                                        "mcp-swarm",
                                        "opslore.mcp.tokens.ide",
                                        "short")))
                .hasMessageContaining("at least 32 characters");
        assertThatThrownBy(() -> start(Map.of("opslore.role", "mcp-everything")))
                .hasMessageContaining("opslore.role must be portal, mcp-gitea");
    }

    private static Pod pod(String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName(name)
                .endMetadata()
                .build();
    }

    private Map<String, String> logsSettings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("opslore.role", "mcp-docs");
        settings.put("opslore.connections.folders", logs.toString());
        settings.put("opslore.mcp.connections.app.kind", "logfiles");
        settings.put("opslore.mcp.connections.app.fields.folder", logs.toString());
        return settings;
    }

    private TestingPortalProcess server(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("opslore.mcp.tokens.ide", TOKEN);
        return start(all);
    }

    private TestingPortalProcess start(Map<String, String> settings) {
        TestingPortalProcess server =
                TestingPortalProcess.start(
                        scratch.resolve("data"), TestingPortalProcess.variables(settings));
        open.add(server);
        return server;
    }

    private McpSyncClient client(String url) {
        return client(url, TOKEN, "");
    }

    private McpSyncClient client(String url, String token, String onBehalf) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder().header("Authorization", "Bearer " + token);
        if (!onBehalf.isEmpty()) {
            request.header(TokenFilter.ON_BEHALF, onBehalf);
        }
        return client(
                HttpClientStreamableHttpTransport.builder(url)
                        .endpoint("/mcp")
                        .requestBuilder(request)
                        .build());
    }

    private McpSyncClient client(McpClientTransport transport) {
        McpSyncClient client =
                McpClient.sync(transport).requestTimeout(Duration.ofSeconds(60)).build();
        open.add(client::closeGracefully);
        client.initialize();
        return client;
    }

    private static Map<String, Object> masked(String kind, int count) {
        return Map.of("count", count, "kinds", List.of(kind));
    }

    private static int status(String url, String authorization, String... headers)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static JacksonMcpJsonMapper json() {
        return new JacksonMcpJsonMapper(JsonMapper.builder().build());
    }
}
