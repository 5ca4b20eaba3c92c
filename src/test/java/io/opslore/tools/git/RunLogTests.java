package io.opslore.tools.git;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.TestingConnections;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingPorts;
import io.opslore.tools.ToolAnswer;
import io.opslore.tools.ToolCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * With a stand-in for the part of Gitea's API that tells runs and logs, as its documentation of
 * version 1.25 says.
 */
class RunLogTests extends PortalTest {

    private static final String PASSWORD = "Qk7vT2mXw9LpZr4s";
    private static final String API = "/api/v1/repos/anna/shop/actions/";

    @Autowired private ToolCalls calls;
    @Autowired private Accounts accounts;
    @Autowired private Spaces spaces;
    @Autowired private ApplicationContext portal;

    private final String id = "runs-" + UUID.randomUUID().toString().substring(0, 8);
    private HttpServer server;
    private Asker reader;

    @BeforeEach
    void connect() throws IOException {
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), TestingPorts.GITEA),
                        0);
        answer(
                API + "runs",
                """
                {"workflow_runs":[
                {"id":41,"run_number":7,"display_title":"New image","path":"ci.yaml@refs/heads/main",
                "event":"push","head_branch":"main","head_sha":"ab","status":"completed",
                "conclusion":"failure","started_at":"2026-03-04T05:06:07Z"},
                {"id":40,"run_number":6,"display_title":"Old","head_branch":"main",
                "status":"completed","conclusion":"success"}],"total_count":2}
                """);
        answer(
                API + "runs/41/jobs",
                """
                {"jobs":[{"id":9,"name":"build","status":"completed","conclusion":"failure"},
                {"id":10,"name":"deploy","status":"waiting"}],"total_count":2}
                """);
        answer(API + "jobs/9/logs", log());
        server.start();
        reader = TestingAskers.with(accounts, Role.READER);
        Space space = spaces.create("Runs " + id, "", TestingAskers.with(accounts, Role.ADMIN));
        TestingConnections.put(
                new Connection(
                        new ConnectionId(id),
                        "Forge",
                        "gitea",
                        space.id(),
                        Map.of("url", "http://localhost:" + TestingPorts.GITEA + "/"),
                        Map.of("token", "t0ken")),
                portal);
    }

    @AfterEach
    void leave() {
        TestingConnections.remove(new ConnectionId(id), portal);
        server.stop(0);
    }

    @Test
    void listsRunsByHowTheyEnded() {
        ToolAnswer runs = call("git_runs_list", Map.of("status", "failure"));

        assertThat(runs.items()).hasSize(1);
        assertThat(runs.items().getFirst()).containsEntry("run", 41L).containsEntry("number", 7L);
    }

    @Test
    void tellsTheEndsOfLogsWithoutSecrets() {
        ToolAnswer log = call("git_run_log", Map.of("run", 41, "tail", 20));

        assertThat(log.items()).hasSize(2);
        assertThat(log.items().getFirst()).containsEntry("lines", 30_018);
        assertThat(log.items().getFirst().get("log").toString())
                .contains("30018| exit 1", "«secret:")
                .doesNotContain(PASSWORD, "QEFAASCBKg")
                .hasLineCount(20);
        assertThat(log.items().getLast()).containsEntry("status", "waiting");
    }

    @Test
    void nobodyFindsASecretInALogByAskingForIt() {
        assertThat(lines(PASSWORD)).isEmpty();
        assertThat(lines("line 29999")).isEqualTo("29999| line 29999");
        assertThat(lines("DB_PASSWORD")).contains("«secret:").doesNotContain(PASSWORD);
    }

    private String lines(String grep) {
        return call("git_run_log", Map.of("run", 41, "grep", grep))
                .items()
                .getFirst()
                .get("log")
                .toString();
    }

    private static String log() {
        var log = new StringBuilder();
        for (int line = 1; line <= 30_000; line++) {
            log.append("line ").append(line).append('\n');
        }
        log.append("export DB_PASSWORD=").append(PASSWORD).append('\n');
        log.append("-----BEGIN PRIVATE KEY-----\n");
        for (int line = 0; line < 14; line++) {
            log.append("MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQC7VJTUt9Us8cKj\n");
        }
        return log.append("-----END PRIVATE KEY-----\nexit 1\n").toString();
    }

    private void answer(String path, String body) {
        server.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        boolean exact = exchange.getRequestURI().getPath().equals(path);
                        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                        exchange.getResponseHeaders()
                                .set(
                                        "Content-Type",
                                        body.startsWith("{") ? "application/json" : "text/plain");
                        exchange.sendResponseHeaders(exact ? 200 : 404, exact ? bytes.length : -1);
                        if (exact) {
                            exchange.getResponseBody().write(bytes);
                        }
                    }
                });
    }

    private ToolAnswer call(String tool, Map<String, ?> arguments) {
        Map<String, Object> all = new HashMap<>(arguments);
        all.put("source", id);
        all.put("repo", "anna/shop");
        return calls.call(tool, all, reader);
    }
}
