package io.opslore.sources.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.opslore.connections.ConnectionFailed;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * With a stand-in for the part of Gitea's API that tells runs, as its documentation says: of 1.25
 * with runs and logs, of earlier ones with jobs alone.
 */
class RunsFeedTests extends PortalTest {

    private static final String PASSWORD = "Qk7vT2mXw9LpZr4s";
    private static final String API = "/api/v1/repos/anna/shop/actions/";
    private static final Map<String, String> SHOP = Map.of("repository", "anna/shop");

    private static final String FAILED =
            """
            {"id":41,"run_number":7,"display_title":"New image","path":"ci.yaml@refs/heads/main",
            "event":"push","head_branch":"main","head_sha":"abcdef12","status":"completed",
            "conclusion":"failure","started_at":"2026-03-04T05:06:07Z",
            "completed_at":"2026-03-04T05:09:00Z"}\
            """;

    private static final String BUSY =
            """
            {"id":42,"run_number":8,"display_title":"Newer","path":"ci.yaml@refs/heads/main",
            "event":"push","head_branch":"main","head_sha":"abcdef13","status":"in_progress"}\
            """;

    private static final String DONE = BUSY.replace("in_progress", "success");

    private static final String OTHER =
            """
            {"id":40,"run_number":3,"display_title":"Night","path":"night.yaml@refs/heads/main",
            "event":"schedule","head_branch":"main","head_sha":"abcdef11","status":"success"}\
            """;

    @Autowired private ApplicationContext portal;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private TestingFeed feed;

    @BeforeEach
    void connect() throws IOException {
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), TestingPorts.GITEA),
                        0);
        server.createContext(
                "/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    asked.add(exchange.getRequestMethod() + " " + path);
                    exchange.getResponseHeaders()
                            .set(
                                    "Content-Type",
                                    path.endsWith("/logs") ? "text/plain" : "application/json");
                    byte[] body = answers.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(
                            answers.containsKey(path) ? 200 : 404, Math.max(1, body.length));
                    exchange.getResponseBody().write(body.length == 0 ? new byte[1] : body);
                    exchange.close();
                });
        server.start();
        feed =
                new TestingFeed(
                        portal,
                        "runs",
                        new TestingFeed.Server(
                                "gitea",
                                Map.of("url", "http://localhost:" + TestingPorts.GITEA + "/"),
                                Map.of("token", "t0ken")));
    }

    @AfterEach
    void leave() {
        feed.close();
        server.stop(0);
    }

    @Test
    void runsThatHaveEndedBecomePagesWithTheEndsOfFailedLogs() {
        runs(BUSY, FAILED, OTHER);
        answers.put(
                API + "runs/41/jobs",
                """
                {"jobs":[{"id":9,"name":"build","status":"completed","conclusion":"failure",
                "started_at":"2026-03-04T05:06:08Z","completed_at":"2026-03-04T05:08:00Z"},
                {"id":10,"name":"lint","status":"completed","conclusion":"success"}],"total_count":2}
                """);
        answers.put(
                API + "jobs/9/logs",
                "line\n".repeat(500) + "export DB_PASSWORD=" + PASSWORD + "\nno space left\n");

        feed.add(SHOP);

        Map<String, String> texts = feed.texts();
        assertThat(texts).containsOnlyKeys("runs/ci/7.md", "runs/night/3.md");
        assertThat(texts.get("runs/ci/7.md"))
                .contains("# Run 7 of ci.yaml: failure", "`build`: failure, 2026-03-04T05:06:08Z")
                .contains("`lint`: success", "no space left", "DB_PASSWORD")
                .doesNotContain(PASSWORD);
        assertThat(texts.get("runs/ci/7.md").lines().count()).isLessThan(110);
        assertThat(asked).doesNotContain("GET " + API + "jobs/10/logs");
        feed.awaitFound("no space left path:runs/ci", "runs/ci/7.md");
        assertThat(asked).allMatch(one -> one.startsWith("GET "));
    }

    @Test
    void nothingSecretIsHandedOver() {
        runs(FAILED.replace("New image", "Rotate, password=" + PASSWORD));
        answers.put(
                API + "runs/41/jobs",
                "{\"jobs\":[{\"id\":9,\"name\":\"build\",\"conclusion\":\"failure\"}]}");
        answers.put(API + "jobs/9/logs", "export DB_PASSWORD=" + PASSWORD + "\n");

        assertThat(feed.handedOver(SHOP).get("runs/ci/7.md"))
                .contains("Rotate", "DB_PASSWORD")
                .doesNotContain(PASSWORD);
    }

    @Test
    void aRunComesInWhenItHasEndedAndNoneIsReadAgain() {
        runs(BUSY, FAILED);
        feed.add(SHOP);
        assertThat(feed.paths()).containsExactly("runs/ci/7.md");
        runs(DONE, FAILED);
        asked.clear();

        feed.sync();

        assertThat(feed.paths()).containsExactly("runs/ci/7.md", "runs/ci/8.md");
        assertThat(feed.revisions("runs/ci/7.md")).hasSize(1);
        assertThat(asked).noneMatch(one -> one.contains("runs/41"));
    }

    @Test
    void onlyChosenWorkflowsAndTheLastOfThemComeIn() {
        runs(DONE, FAILED, OTHER);

        feed.add(Map.of("repository", "anna/shop", "workflows", "ci*", "most", "1"));

        assertThat(feed.paths()).containsExactly("runs/ci/8.md");
    }

    @Test
    void jobsOfOlderServersAreGatheredToRuns() {
        answers.put(
                API + "tasks",
                """
                {"workflow_runs":[
                {"id":2,"name":"deploy","run_number":5,"display_title":"Fix","workflow_id":"ci.yaml",
                "event":"push","head_branch":"main","head_sha":"ab","status":"failure",
                "run_started_at":"2026-03-04T05:07:00Z","updated_at":"2026-03-04T05:08:00Z"},
                {"id":1,"name":"build","run_number":5,"display_title":"Fix","workflow_id":"ci.yaml",
                "event":"push","head_branch":"main","head_sha":"ab","status":"success",
                "run_started_at":"2026-03-04T05:06:00Z","updated_at":"2026-03-04T05:07:00Z"},
                {"id":3,"name":"build","run_number":6,"display_title":"Busy","workflow_id":"ci.yaml",
                "event":"push","head_branch":"main","head_sha":"ac","status":"running"}],
                "total_count":3}
                """);

        feed.add(SHOP);

        assertThat(feed.texts()).containsOnlyKeys("runs/ci/5.md");
        assertThat(feed.texts().get("runs/ci/5.md"))
                .contains("# Run 5 of ci.yaml: failure", "`build`: success", "`deploy`: failure");
    }

    @Test
    void aRepositoryHasToBeNamed() {
        assertThatThrownBy(() -> feed.plan(Map.of("repository", "../admin")))
                .isInstanceOf(ConnectionFailed.class);
    }

    private void runs(String... runs) {
        answers.put(API + "runs", "{\"workflow_runs\":[" + String.join(",", runs) + "]}");
    }
}
