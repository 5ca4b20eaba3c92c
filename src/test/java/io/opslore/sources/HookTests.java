package io.opslore.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.retrieval.Search;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Webhooks over HTTP, as Git servers send them. */
class HookTests extends PortalTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort private int port;
    @Autowired private BeanFactory portal;
    @Autowired private Accounts accounts;
    @Autowired private Sources sources;
    @Autowired private Sync sync;
    @Autowired private Search search;
    @Autowired private JdbcClient jdbc;

    private Asker admin;
    private TestingSource source;

    @BeforeEach
    void aSource() {
        admin = TestingAskers.with(accounts, Role.ADMIN);
        source = new TestingSource(portal, admin);
        source.work.write("a.md", "# A\n");
        source.push("Anna", "Begin");
        source.add(TestingSource.everything()).awaitRuns(1);
    }

    @Test
    void aPushIsAnswerableWithinHalfAMinute() throws Exception {
        String word = "kestrel" + source.id.value().replace("repo-", "");
        IntStream.range(0, 10)
                .forEach(number ->
                        source.work.write(
                                "runbooks/%d.md".formatted(number),
                                "# Runbook %d\n\nThe %s%d restarts.\n"
                                        .formatted(number, word, number)));
        String commit = source.work.commit("Anna", "Ten runbooks");
        source.work.push();
        Instant pushed = Instant.now();

        assertThat(gitea(push("main", commit))).isEqualTo(202);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(250))
                .until(() ->
                        IntStream.range(0, 10)
                                .allMatch(number ->
                                        search.search(word + number, 3, admin).count() > 0));

        Duration took = Duration.between(pushed, Instant.now());
        System.out.printf("From push to answerable, 10 files: %.1f s%n", took.toMillis() / 1000.0);
        assertThat(took).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void refusesWhatIsNotSignedRightlyAndSaysNothing() throws Exception {
        String body = push("main", "0123456789012345678901234567890123456789");
        String wrong = hmac(body, "another secret");

        List<HttpResponse<String>> answers =
                List.of(
                        send(source.id.value(), body),
                        send(source.id.value(), body, "X-Gitea-Signature", wrong),
                        send(source.id.value(), body, "X-Hub-Signature-256", "sha256=" + wrong),
                        send(
                                source.id.value(),
                                body,
                                "X-Hub-Signature-256",
                                hmac(body, source.secret())),
                        send(source.id.value(), body, "X-Gitlab-Token", "another secret"),
                        send(source.id.value(), body, "X-Gitlab-Token", ""),
                        send(
                                source.id.value(),
                                body + " ",
                                "X-Gitea-Signature",
                                hmac(body, source.secret())),
                        send(
                                source.id.value(),
                                body,
                                "X-Gitea-Signature",
                                wrong,
                                "X-Gitlab-Token",
                                source.secret()),
                        send("no-such-source", body, "X-Gitlab-Token", source.secret()),
                        send("..%2f..", body, "X-Gitlab-Token", source.secret()));

        assertThat(answers.subList(0, 9)).extracting(HttpResponse::statusCode).containsOnly(401);
        assertThat(answers).extracting(HttpResponse::statusCode).doesNotContain(202, 500);
        assertThat(answers.subList(0, 9)).extracting(HttpResponse::body).containsOnly("");
        assertThat(answers.subList(0, 9))
                .noneMatch(answer -> answer.headers().firstValue("Set-Cookie").isPresent());
        assertThat(source.state().waiting()).isFalse();
        assertThat(source.runs()).isEqualTo(1);
    }

    @Test
    void takesTheSignaturesOfAllThree() throws Exception {
        String one = push("other", "1");
        String two = push("other", "2");
        String three = push("other", "3");

        assertThat(gitea(one)).isEqualTo(202);
        assertThat(
                        send(
                                        source.id.value(),
                                        two,
                                        "X-Hub-Signature-256",
                                        "sha256=" + hmac(two, source.secret()))
                                .statusCode())
                .isEqualTo(202);
        assertThat(send(source.id.value(), three, "X-Gitlab-Token", source.secret()).statusCode())
                .isEqualTo(202);
    }

    @Test
    void refusesWhatItHasHeardBefore() throws Exception {
        String body = push("main", "0123456789012345678901234567890123456789");
        String delivery = UUID.randomUUID().toString();
        String signature = hmac(body, source.secret());

        assertThat(
                        send(
                                        source.id.value(),
                                        body,
                                        "X-Gitea-Signature",
                                        signature,
                                        "X-Gitea-Delivery",
                                        delivery)
                                .statusCode())
                .isEqualTo(202);
        assertThat(
                        send(
                                        source.id.value(),
                                        body,
                                        "X-Gitea-Signature",
                                        signature,
                                        "X-Gitea-Delivery",
                                        delivery)
                                .statusCode())
                .isEqualTo(409);
        // The delivery's name is not signed: another name does not make it another delivery.
        assertThat(
                        send(
                                        source.id.value(),
                                        body,
                                        "X-Gitea-Signature",
                                        signature,
                                        "X-Gitea-Delivery",
                                        UUID.randomUUID().toString())
                                .statusCode())
                .isEqualTo(409);
        String old =
                "{\"ref\":\"refs/heads/main\",\"repository\":{\"pushed_at\":%d}}"
                        .formatted(Instant.now().minus(Duration.ofDays(2)).getEpochSecond());
        assertThat(gitea(old)).isEqualTo(409);
    }

    @Test
    void refusesBodiesThatAreTooLargeOrNoJson() throws Exception {
        assertThat(gitea("x".repeat(1_000_001))).isEqualTo(413);
        assertThat(gitea("[1]")).isEqualTo(400);
        assertThat(gitea("{")).isEqualTo(400);
        var asked =
                http.send(
                        HttpRequest.newBuilder(address(source.id.value())).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(asked.statusCode()).isEqualTo(401);
    }

    @Test
    void onlyThePushedBranchAndWhatIsNewMakesASync() throws Exception {
        String reached = source.state().reached();

        assertThat(gitea(push("other", "0123456789012345678901234567890123456789"))).isEqualTo(202);
        assertThat(gitea("{\"zen\":\"a ping\"}")).isEqualTo(202);
        assertThat(gitea(push("main", reached))).isEqualTo(202);

        assertThat(source.state().waiting()).isFalse();
        assertThat(gitea(push("main", "0123456789012345678901234567890123456789"))).isEqualTo(202);
        assertThat(source.state().waiting() || source.state().running() || source.runs() > 1)
                .isTrue();
    }

    @Test
    void aHundredAtOnceMakeOneSync() throws Exception {
        source.work.write("b.md", "# B\n");
        String commit = source.work.commit("Anna", "B");
        source.work.push();
        int runs = source.runs();

        Instant begun = Instant.now();
        List<Callable<Integer>> calls =
                IntStream.range(0, 100)
                        .<Callable<Integer>>mapToObj(
                                number -> () -> gitea(push("main", commit) + " ".repeat(number)))
                        .toList();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : senders.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(202);
            }
        }
        Duration took = Duration.between(begun, Instant.now());
        source.awaitRuns(runs + 1);

        System.out.printf(
                "100 webhooks at once: answered in %d ms, %d sync%n",
                took.toMillis(), source.runs() - runs);
        assertThat(source.runs()).isEqualTo(runs + 1);
        assertThat(source.paths()).containsExactly("a.md", "b.md");
    }

    @Test
    void aWebhookThatComesWhileItsPushIsLookedForMakesNoOtherSync() throws Exception {
        source.work.write("b.md", "# B\n");
        String commit = source.work.commit("Anna", "B");
        source.work.push();
        var run = new SyncRows.Run(source.id, UUID.randomUUID());
        jdbc.sql(
                        """
                        update source_sync set run = ?, wanted_at = null, aim = '',
                            held_until = now() + interval '1 minute' where source = ?
                        """)
                .params(run.id(), source.id.value())
                .update();
        assertThat(gitea(push("main", commit))).isEqualTo(202);
        assertThat(source.state().waiting()).isTrue();

        sync.run(run);

        assertThat(source.state().waiting()).isFalse();
        assertThat(source.paths()).containsExactly("a.md", "b.md");
    }

    @Test
    void anotherSecretPutsTheOldOneOutOfUse() throws Exception {
        String fresh = sources.newSecret(source.id, admin);
        String body = push("other", "1");

        assertThat(gitea(body)).isEqualTo(401);
        assertThat(
                        send(source.id.value(), body, "X-Gitea-Signature", hmac(body, fresh))
                                .statusCode())
                .isEqualTo(202);
        assertThat(
                        jdbc.sql("select encode(hook_secret, 'escape') from source where id = ?")
                                .param(source.id.value())
                                .query(String.class)
                                .single())
                .doesNotContain(fresh);
    }

    private int gitea(String body) throws Exception {
        return send(source.id.value(), body, "X-Gitea-Signature", hmac(body, source.secret()))
                .statusCode();
    }

    private HttpResponse<String> send(String id, String body, String... headers) throws Exception {
        var request =
                HttpRequest.newBuilder(address(id))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String id) {
        return URI.create("http://localhost:%d/hooks/git/%s".formatted(port, id));
    }

    private static String push(String branch, String commit) {
        return """
        {"ref":"refs/heads/%s","after":"%s","repository":{"default_branch":"main"}}\
        """
                .formatted(branch, commit);
    }

    private static String hmac(String body, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
