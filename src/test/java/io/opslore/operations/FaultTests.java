package io.opslore.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opslore.testing.TestingDisk;
import io.opslore.testing.TestingOllama;
import io.opslore.testing.TestingPortalClient;
import io.opslore.testing.TestingPortalClient.Reply;
import io.opslore.testing.TestingPortalProcess;
import io.opslore.testing.TestingQdrant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A portal as a process, and what goes wrong under it: nothing is lost, whoever asks is told what
 * is going on, and when the fault is gone nobody has to do anything. The model server is a
 * stand-in.
 */
class FaultTests {

    private static final String MODEL = "qwen3:14b";
    private static final String QUESTION = "How is the gateway restarted?";
    private static final String RUNBOOK =
            "# Gateway\n\nThe gateway is restarted with systemctl restart gateway.\n";
    private static final String METRICS_TOKEN = "a token for health in the tests of faults";

    /** Nobody listens there. */
    private static final String NOWHERE = "http://127.0.0.1:1";

    private static final Duration RECOVERY = Duration.ofMinutes(2);

    @TempDir private Path data;
    private final TestingOllama ollama = new TestingOllama().holds(MODEL, "completion");
    private TestingDisk disk;
    private TestingPortalProcess portal;
    private TestingPortalClient client;

    @BeforeEach
    void aPortalWithADocument() throws Exception {
        answering();
    }

    private void start() throws Exception {
        start(Map.of());
    }

    private void start(Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(more);
        environment.putAll(
                Map.of(
                        "OLLAMA_BASE_URL", ollama.url(),
                        "OPSLORE_MODELS_LIMITS_FIRSTTOKEN", "4s",
                        "OPSLORE_MODELS_LIMITS_BETWEENTOKENS", "20s",
                        "OPSLORE_MODELS_LOOKEVERY", "500ms",
                        "OPSLORE_OPERATIONS_METRICS_TOKEN", METRICS_TOKEN,
                        "OPSLORE_ASSISTANT_DRAIN", "20s"));
        portal = TestingPortalProcess.start(data, environment);
        client = TestingPortalClient.of(data);
    }

    private void startWithADocument() throws Exception {
        start();
        client.upload("Runbooks", "gateway.md", RUNBOOK);
        client.awaitReady("Runbooks", 1);
    }

    private void answering() {
        ollama.answers(chat -> chat.says("The gateway is restarted with systemctl [1].").done());
    }

    @AfterEach
    void stop() {
        if (portal != null) {
            portal.close();
        }
        ollama.close();
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void aDatabaseThatIsKilledIsBackByItselfAndNothingIsLost() throws Exception {
        startWithADocument();

        for (int kill = 0; kill < 2; kill++) {
            postmaster().destroyForcibly();
            Reply meanwhile = client.tryUpload("Runbooks", "meanwhile-" + kill + ".md", RUNBOOK);
            assertThat(meanwhile.status()).as(portal.output()).isIn(200, 201, 503);
            if (meanwhile.status() == 503) {
                assertThat(meanwhile.body()).contains("database does not answer");
            }
            String path = "after-" + kill + ".md";
            await().atMost(RECOVERY)
                    .until(() -> client.tryUpload("Runbooks", path, RUNBOOK + path).status() < 300);
            assertAnswers();
        }
    }

    @Test
    void aModelThatHangsIsGivenUpAndAskedAgainWhenItIsBack() throws Exception {
        startWithADocument();
        var hanging = new CountDownLatch(1);
        ollama.answers(chat -> chat.waits(hanging).done());

        Reply hung = client.ask(QUESTION);

        assertThat(hung.json().path("outcome").asString()).isEqualTo("passages");
        assertThat(hung.json().path("failure").asString()).isEqualTo("timed_out");
        assertThat(hung.body()).contains("systemctl");
        hanging.countDown();
        ollama.leave();
        awaitTold("model-server", "\"DEGRADED\"");
        assertThat(client.readiness()).isEqualTo(200);
        ollama.comeBack();
        answering();
        awaitTold("model-server", "\"UP\"");
        await().atMost(RECOVERY).until(() -> client.ask(QUESTION).body().contains("systemctl [1]"));
    }

    @Test
    void aFullDiskIsSaidAndWhatWasThereIsThereWhenThereIsRoomAgain() throws Exception {
        disk = TestingDisk.at(data, 320);
        startWithADocument();
        assertAnswers();

        disk.fill();
        awaitTold("data-disk", "The disk is full");
        Reply refused = client.tryUpload("Runbooks", "large.md", RUNBOOK + "word ".repeat(200_000));
        assertThat(refused.status()).as(refused.body()).isIn(503, 507);
        assertThat(refused.body()).containsAnyOf("disk is full", "database does not answer");

        disk.free();
        await().atMost(RECOVERY)
                .until(() ->
                        client.tryUpload("Runbooks", "room.md", RUNBOOK + "room").status() < 300);
        client.awaitReady("Runbooks", 2);
        assertAnswers();
        awaitTold("data-disk", "The disk fills up");
    }

    @Test
    void aSearchEngineThatIsAwayIsSaidAndWhatIsUploadedMeanwhileIsFoundLater() throws Exception {
        start(Map.of("OPSLORE_INDEX", "qdrant", "OPSLORE_QDRANT_URL", NOWHERE));
        awaitTold("index", "Nothing can be searched: Qdrant at " + NOWHERE);
        assertThat(client.readiness()).isEqualTo(200);

        client.upload("Runbooks", "gateway.md", RUNBOOK);

        Reply answer = client.ask(QUESTION);
        assertThat(answer.json().path("outcome").asString()).isEqualTo("search_away");
        assertThat(answer.body()).contains("Search is down for the moment; try again later.");
        Reply found = client.search("gateway");
        assertThat(found.status()).isEqualTo(503);
        assertThat(found.body()).contains("Search is down for the moment");
        assertThat(client.states("Runbooks").path("failed").asInt()).isZero();
        portal.close();
        start();
        client.awaitReady("Runbooks", 1);
        assertAnswers();
        assertThat(client.search("gateway").body()).contains("gateway.md");
    }

    @Test
    void aSearchServerThatIsKilledIsMissedAndAllIsFoundWhenItIsBack() throws Exception {
        try (TestingQdrant qdrant = TestingQdrant.own()) {
            start(Map.of("OPSLORE_INDEX", "qdrant", "OPSLORE_QDRANT_URL", qdrant.url()));
            client.upload("Runbooks", "gateway.md", RUNBOOK);
            client.awaitReady("Runbooks", 1);
            answering();
            assertAnswers();

            qdrant.kill();
            assertThat(client.ask(QUESTION).json().path("outcome").asString())
                    .isEqualTo("search_away");
            client.upload("Runbooks", "meanwhile.md", RUNBOOK + "Meanwhile.\n");
            awaitTold("index", "Nothing can be searched: Qdrant at " + qdrant.url());
            assertThat(client.readiness()).isEqualTo(200);

            qdrant.restart();
            awaitTold("index", "\"UP\"");
            client.awaitReady("Runbooks", 2);
            assertAnswers();
            assertThat(client.search("meanwhile").body()).contains("meanwhile.md");
        }
    }

    @Test
    void anAnswerThatIsUnderWayComesToItsEndBeforeTheStop() throws Exception {
        startWithADocument();
        var begun = new CountDownLatch(1);
        var goesOn = new CountDownLatch(1);
        ollama.answers(chat -> {
            chat.says("The gateway is restarted ");
            begun.countDown();
            chat.waits(goesOn).says("with systemctl [1].").done();
        });
        CompletableFuture<Reply> asked = CompletableFuture.supplyAsync(() -> client.ask(QUESTION));
        begun.await();

        portal.terminate();
        await().untilAsserted(
                        () -> assertThat(portal.output()).contains("Stopping when 1 answers"));
        Reply late = client.ask("And how is it stopped?");
        goesOn.countDown();

        assertThat(late.status()).isEqualTo(503);
        assertThat(late.body()).contains("stopping");
        assertThat(asked.join().body()).contains("with systemctl [1].");
        assertThat(asked.join().json().path("outcome").asString()).isEqualTo("answered");
        portal.join();
        assertThat(portal.output()).doesNotContain("could not be stored", "cut off");
        start();
        assertThat(portal.output()).doesNotContain("unfinished");
    }

    /** Health says that of it, with a reason. */
    private void awaitTold(String dependency, String words) {
        await().atMost(RECOVERY)
                .untilAsserted(() -> {
                    JsonNode told = client.dependency(dependency, METRICS_TOKEN);
                    assertThat(told.toString()).contains(words);
                    assertThat(told.path("details").path("reason").asString("")).isNotBlank();
                });
    }

    private void assertAnswers() {
        Reply answer = client.ask(QUESTION);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("systemctl [1]");
    }

    private ProcessHandle postmaster() throws IOException {
        Path file = data.resolve("postgres/cluster/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .orElseThrow();
    }
}
