package io.opslore.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opslore.OpsLore;
import io.opslore.audit.ChainCheck;
import io.opslore.guard.Limit;
import io.opslore.guard.LimitHolder;
import io.opslore.guard.LimitTable;
import io.opslore.guard.LimitValue;
import io.opslore.identity.Accounts;
import io.opslore.identity.LocalToken;
import io.opslore.identity.Role;
import io.opslore.ingest.queue.IngestQueue;
import io.opslore.schedules.Cadence;
import io.opslore.schedules.JobResult;
import io.opslore.schedules.ScheduledJob;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingOllama;
import io.opslore.testing.TestingPortalClient;
import io.opslore.testing.TestingPortalClient.Reply;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A whole portal and its database on a machine whose clock is set an hour ahead, and back: what
 * takes time goes on, nothing is lost or done twice, and nobody waits until it is that late again.
 */
@SpringBootTest(classes = OpsLore.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ClockJumpTests.Machine.class)
@DirtiesContext
class ClockJumpTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration OFTEN = Duration.ofMinutes(5);
    private static final String METRICS_TOKEN = "a token for health in the tests of the clock";
    private static final String RUNBOOK =
            "# Gateway\n\nThe gateway is restarted with systemctl restart gateway.\n";
    private static final String QUESTION = "How is the gateway restarted?";
    private static final long A_MINUTE = 6;

    @TempDir private static Path data;
    private static final TestingOllama OLLAMA =
            new TestingOllama().holds("qwen3:14b", "completion");

    @Autowired private JdbcTemplate jdbc;
    @Autowired private JumpingClock clock;
    @Autowired private CountedJob often;
    @Autowired private CountedJob longest;
    @Autowired private IngestQueue queue;
    private TestingPortalClient client;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        // Functions of its own stand before PostgreSQL's.
        String database = TestingDatabase.fresh() + "&currentSchema=public,machine,pg_catalog";
        // Before the portal comes: what it has prepared once goes on by PostgreSQL's own.
        goByTheMachine(new JdbcTemplate(new DriverManagerDataSource(database)));
        registry.add("spring.datasource.url", () -> database);
        registry.add("opslore.data", data::toString);
        registry.add("OLLAMA_BASE_URL", OLLAMA::url);
        registry.add("opslore.operations.metrics.token", () -> METRICS_TOKEN);
        registry.add("opslore.ingest.queue.heartbeat", () -> "1s");
        registry.add("opslore.schedules.heartbeat", () -> "1s");
        registry.add("opslore.schedules.poll", () -> "500ms");
    }

    private static void goByTheMachine(JdbcTemplate database) {
        database.execute("create schema machine");
        database.execute("create table machine.clock as select interval '0' as jumped");
        for (String function : List.of("clock_timestamp", "now")) {
            database.execute(
                    """
                    create function machine.%s() returns timestamptz volatile language sql
                    as 'select pg_catalog.%s() + jumped from machine.clock'
                    """
                            .formatted(function, function));
        }
    }

    @BeforeEach
    void connect() throws Exception {
        client = TestingPortalClient.of(data);
    }

    @AfterAll
    static void leave() {
        OLLAMA.close();
    }

    @Test
    void anHourAheadAndBackLosesAndRepeatsNothingAndShutsNobodyOut(
            @Autowired LimitTable limits,
            @Autowired LocalToken token,
            @Autowired Accounts accounts,
            @Autowired ChainCheck chain)
            throws Exception {
        says("The gateway is restarted with systemctl [1].");
        var person = new LimitHolder.Person(token.redeem(token.value()).orElseThrow().id());
        limits.set(
                person,
                List.of(new LimitValue(Limit.REQUESTS_PER_MINUTE, A_MINUTE, person)),
                TestingAskers.with(accounts, Role.ADMIN));
        client.upload("Runbooks", "before.md", RUNBOOK);
        client.awaitReady("Runbooks", 1);
        assertAnswers();
        longest.begun.await();
        eventually().untilAsserted(() -> assertThat(often.runs).hasValue(1));

        var spanning = new CountDownLatch(1);
        CompletableFuture<Reply> spans = asksMeanwhile(spanning);
        jump(HOUR);
        spanning.countDown();
        assertThat(spans.join().status()).isEqualTo(200);
        awaitTold("It jumped by 36");
        client.upload("Runbooks", "ahead.md", RUNBOOK + "Ahead.\n");
        client.awaitReady("Runbooks", 2);
        eventually().untilAsserted(() -> assertThat(often.runs).hasValue(2));
        // Uploaded, and not yet read.
        queue.stop();
        client.upload("Runbooks", "waits.md", RUNBOOK + "Waits.\n");
        eventually().until(() -> client.ask(QUESTION).status() == 429);

        var spanningBack = new CountDownLatch(1);
        jump(HOUR.negated());
        queue.start();
        client.awaitReady("Runbooks", 3);
        awaitTold("It jumped by -36");
        eventually()
                .untilAsserted(() ->
                        assertThat(planned("often"))
                                .isBefore(machine().plus(OFTEN.plusSeconds(5))));
        assertThat(often.runs).hasValue(2);
        jump(Duration.ofSeconds(61));
        assertAnswers();
        spans = asksMeanwhile(spanningBack);
        jump(HOUR.negated());
        spanningBack.countDown();
        assertThat(spans.join().status()).isEqualTo(200);
        jump(HOUR);
        assertThat(client.readiness()).isEqualTo(200);

        assertThat(longest.runs).hasValue(1);
        longest.goesOn.countDown();
        eventually().untilAsserted(() -> assertThat(outcomes("longest")).containsExactly("DONE"));
        assertThat(
                        jdbc.queryForList(
                                "select elapsed_millis from answer order by elapsed_millis",
                                Long.class))
                .allMatch(millis -> millis >= 0 && millis < OFTEN.toMillis());
        assertThat(chain.walk(progress -> {}).isWhole()).isTrue();
    }

    private CompletableFuture<Reply> asksMeanwhile(CountDownLatch goesOn) throws Exception {
        var begun = new CountDownLatch(1);
        OLLAMA.answers(chat -> {
            chat.says("The gateway is restarted ");
            begun.countDown();
            chat.waits(goesOn).says("with systemctl [1].").done();
        });
        CompletableFuture<Reply> asked = CompletableFuture.supplyAsync(() -> client.ask(QUESTION));
        begun.await();
        says("The gateway is restarted with systemctl [1].");
        return asked;
    }

    private static void says(String answer) {
        OLLAMA.answers(chat -> chat.says(answer).done());
    }

    private void assertAnswers() {
        Reply answer = client.ask(QUESTION);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("systemctl [1]");
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofMinutes(1));
    }

    private void awaitTold(String words) {
        eventually()
                .untilAsserted(() ->
                        assertThat(client.dependency("clock", METRICS_TOKEN).toString())
                                .contains("DEGRADED", words));
    }

    private void jump(Duration by) {
        clock.jumped = clock.jumped.plus(by);
        jdbc.update(
                "update machine.clock set jumped = make_interval(secs => ?)",
                clock.jumped.toSeconds());
    }

    private Instant machine() {
        return clock.instant();
    }

    private Instant planned(String job) {
        return jdbc.queryForObject(
                "select execution_time from schedule_task where task_name = ?",
                (row, number) -> row.getTimestamp(1).toInstant(),
                job);
    }

    private List<String> outcomes(String job) {
        return jdbc.queryForList("select outcome from job_run where job = ?", String.class, job);
    }

    /** The machine's clock. */
    static final class JumpingClock extends Clock {

        private volatile Duration jumped = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(jumped);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** A job that counts its runs and takes until it is let go on. */
    static final class CountedJob implements ScheduledJob {

        final AtomicInteger runs = new AtomicInteger();
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch goesOn;
        private final String name;

        CountedJob(String name, CountDownLatch goesOn) {
            this.name = name;
            this.goesOn = goesOn;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Cadence cadence() {
            return new Cadence.Every(OFTEN);
        }

        @Override
        public JobResult run() throws Exception {
            runs.incrementAndGet();
            begun.countDown();
            goesOn.await();
            return JobResult.of("nothing");
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Machine {

        @Bean
        @Primary
        JumpingClock jumpingClock() {
            return new JumpingClock();
        }

        @Bean
        CountedJob often() {
            return new CountedJob("often", new CountDownLatch(0));
        }

        @Bean
        CountedJob longest() {
            return new CountedJob("longest", new CountDownLatch(1));
        }
    }
}
