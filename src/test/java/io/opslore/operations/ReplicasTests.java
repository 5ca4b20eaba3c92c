package io.opslore.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opslore.testing.TestingBrowser;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingNginx;
import io.opslore.testing.TestingOllama;
import io.opslore.testing.TestingPortalClient;
import io.opslore.testing.TestingPortalProcess;
import io.opslore.testing.TestingQdrant;
import io.opslore.testing.TestingS3;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two portals as processes of their own on one database. */
class ReplicasTests {

    private static final String NO_MODEL = "http://127.0.0.1:9";
    private static final int DOCUMENTS = 24;
    private static final String PASSWORD = "the same for both of them";
    private static final String ANSWER = "Look at its log";

    @TempDir private Path first;
    @TempDir private Path second;
    @TempDir private Path servers;
    private final String database = TestingDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(database));

    @Test
    void onesOriginalsAndIndexBeingItsOwnTheOtherDoesNotStart() throws IOException {
        Path loaded = servers.resolve("classes.log");
        Map<String, String> alone = environment();
        alone.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + loaded);
        try (var portal = TestingPortalProcess.start(first, alone)) {
            assertThat(portal.url()).startsWith("http");
            assertThatThrownBy(() -> TestingPortalProcess.start(second, environment()))
                    .hasMessageContaining("works on the same database, and this one")
                    .hasMessageContaining("keeps its store of original files to itself")
                    .hasMessageContaining("keeps its index to itself")
                    .hasMessageContaining("has another secret key")
                    .hasMessageContaining("Set opslore.index=qdrant")
                    .hasMessageContaining("Set opslore.library.store=s3");
            assertThat(jdbc.sql("select count(*) from portal").query(Integer.class).single())
                    .isOne();
        }
        try (var lines = Files.lines(loaded)) {
            assertThat(
                            lines.filter(line ->
                                    line.contains("software.amazon")
                                            && line.contains("source: jar")))
                    .as("classes of S3 that a portal without S3 has loaded")
                    .isEmpty();
        }
        assertThat(jdbc.sql("select count(*) from portal").query(Integer.class).single()).isZero();
    }

    @Test
    void oneIsKilledAndTheOtherGoesOn() throws Exception {
        TestingNginx.require();
        var qdrant = TestingQdrant.own();
        try (qdrant;
                var s3 = TestingS3.start(servers)) {
            Map<String, String> shared = shared(qdrant, s3);
            var one = TestingPortalProcess.start(first, shared);
            try (one;
                    var two = TestingPortalProcess.start(second, shared);
                    var nginx = TestingNginx.start(servers, one.url(), two.url())) {
                share(one, two, nginx);
            }
        }
    }

    /**
     * What a person notices: nothing until the portal dies that they are at; then a sign-in, and
     * all is there that they had.
     */
    @Test
    void aPersonGoesOnAtTheOther() throws Exception {
        TestingNginx.require();
        assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        var qdrant = TestingQdrant.own();
        try (qdrant;
                var ollama = new TestingOllama().holds("llama-test:8b", "completion");
                var s3 = TestingS3.start(servers)) {
            ollama.answers(chat -> chat.says(ANSWER + " [1].").done());
            Map<String, String> shared = shared(qdrant, s3);
            shared.put("OLLAMA_BASE_URL", ollama.url());
            try (var one = TestingPortalProcess.start(first, shared);
                    var two = TestingPortalProcess.start(second, shared);
                    var nginx = TestingNginx.start(servers, one.url(), two.url());
                    var browser = new TestingBrowser()) {
                TestingPortalClient.of(first).upload("Shared", path(3), text(3));
                TestingPortalClient.of(first).awaitReady("Shared", 1);
                var person = PersonAtPortals.first(browser, nginx.url(), PASSWORD);
                limitToThree();
                String asked = person.asks(ANSWER);
                boolean atOne = portalThatAnswered().equals(portalAt(first));
                person.asks(ANSWER);
                person.asks(ANSWER);
                var elsewhere = PersonAtPortals.again(browser, (atOne ? two : one).url());
                elsewhere.isRefused("You have asked 3 questions within a minute; 3 are allowed.");
                assertThat(addresses())
                        .contains("127.0.0.1")
                        .doesNotContain(TestingNginx.FROM, PersonAtPortals.CLAIMED);
                limitToNone();

                (atOne ? one : two).kill();

                person.opens(asked);
                person.signInAgain();
                person.opens(asked);
                person.sees(ANSWER);
                person.asks(ANSWER);
                assertThat(portalThatAnswered()).isEqualTo(portalAt(atOne ? second : first));
            }
        }
    }

    /** The proxy connects from another address, and everyone claims to come from a third. */
    private List<String> addresses() {
        return jdbc.sql("select address from signed_in_session").query(String.class).list();
    }

    private UUID portalThatAnswered() {
        return jdbc.sql("select portal_id from answer order by asked_at desc limit 1")
                .query(UUID.class)
                .single();
    }

    private void limitToThree() {
        limit(3L);
    }

    private void limitToNone() {
        limit(null);
    }

    private void limit(@Nullable Long amount) {
        jdbc.sql(
                        """
                        update limit_value set amount = ?
                        where limit_key = 'requests-per-minute' and role = 'admin'
                        """)
                .param(amount)
                .update();
    }

    private void share(TestingPortalProcess one, TestingPortalProcess two, TestingNginx nginx)
            throws Exception {
        TestingPortalClient atOne = TestingPortalClient.of(first);
        TestingPortalClient atTwo = TestingPortalClient.of(second);
        for (int each = 0; each < DOCUMENTS; each++) {
            (each % 2 == 0 ? atOne : atTwo).upload("Shared", path(each), text(each));
        }
        atTwo.awaitReady("Shared", DOCUMENTS);
        atOne.awaitReady("Shared", DOCUMENTS);
        assertWorkedOffOnceByBoth();
        assertStaysWhereItIs(nginx);

        UUID answer = answerOf(portalAt(first));
        for (int each = 0; each < DOCUMENTS; each++) {
            atOne.upload("Taken over", path(each), text(each));
        }
        one.kill();
        assertThat(get(HttpClient.newHttpClient(), nginx.url() + "/login").statusCode())
                .isEqualTo(200);
        atTwo.awaitReady("Taken over", DOCUMENTS);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> outcome(answer).equals("CUT_OFF"));
        atTwo.upload("Shared", "after.md", "# After\n\nTaken in by the one that is left.\n");
        atTwo.awaitReady("Shared", DOCUMENTS + 1);
        assertThat(two.output()).doesNotContain("ERROR");
    }

    /** Each revision has been in each lane once; and the two have shared the work. */
    private void assertWorkedOffOnceByBoth() {
        assertThat(
                        jdbc.sql("select count(*) from chunk group by revision_id, generation_id")
                                .query(Integer.class)
                                .list())
                .hasSize(DOCUMENTS)
                .containsOnly(1);
        assertThat(jdbc.sql("select count(*) from portal").query(Integer.class).single())
                .isEqualTo(2);
    }

    /** A browser that keeps its cookies is never given a new session. */
    private void assertStaysWhereItIs(TestingNginx nginx) throws Exception {
        for (int browser = 0; browser < 6; browser++) {
            var cookies = new CookieManager();
            try (HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build()) {
                get(http, nginx.url() + "/login");
                Set<String> given = names(cookies);
                List<HttpCookie> before = List.copyOf(cookies.getCookieStore().getCookies());
                for (int each = 0; each < 5; each++) {
                    assertThat(get(http, nginx.url() + "/login").statusCode()).isEqualTo(200);
                }
                assertThat(given).contains("OPSLORE_AT");
                assertThat(cookies.getCookieStore().getCookies())
                        .extracting(HttpCookie::getValue)
                        .containsExactlyInAnyOrderElementsOf(
                                before.stream().map(HttpCookie::getValue).toList());
            }
        }
    }

    private static Set<String> names(CookieManager cookies) {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .collect(Collectors.toSet());
    }

    /** As it stands in the database while a portal works on it. */
    private UUID answerOf(UUID portal) {
        UUID account = jdbc.sql("select id from account limit 1").query(UUID.class).single();
        UUID conversation = UUID.randomUUID();
        UUID answer = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into conversation (id, account_id, title, changed_at)
                        values (?, ?, 'Running', now())
                        """)
                .params(conversation, account)
                .update();
        jdbc.sql(
                        """
                        insert into answer (id, conversation_id, account_id, asker, position, question,
                            asked_at, outcome, markdown, searchable, unsupported, options, told,
                            remarks, tokens, elapsed_millis, portal_id)
                        values (?, ?, ?, 'admin', 1, 'Where?', now(), 'STREAMING', 'It', '', '[]',
                            '{}', '[]', '[]', 0, 0, ?)
                        """)
                .params(answer, conversation, account, portal)
                .update();
        return answer;
    }

    private String outcome(UUID answer) {
        return jdbc.sql("select outcome from answer where id = ?")
                .param(answer)
                .query(String.class)
                .single();
    }

    private static UUID portalAt(Path data) throws IOException {
        return UUID.fromString(Files.readString(data.resolve("portal.id")).strip());
    }

    private static HttpResponse<Void> get(HttpClient http, String url) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private Map<String, String> shared(TestingQdrant qdrant, TestingS3 s3) {
        Map<String, String> shared = environment();
        shared.putAll(s3.environment(s3.bucket()));
        shared.put("OPSLORE_LIBRARY_STORE", "s3");
        shared.put("SERVER_TOMCAT_REMOTEIP_INTERNALPROXIES", TestingNginx.FROM + "/32");
        shared.put("OPSLORE_INDEX", "qdrant");
        shared.put("OPSLORE_QDRANT_URL", qdrant.url());
        shared.put("OPSLORE_IDENTITY_SECRETKEY", Base64.getEncoder().encodeToString(new byte[32]));
        shared.put("OPSLORE_ADMIN_PASSWORD", PASSWORD);
        return shared;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("OPSLORE_DATABASE_URL", database);
        environment.put("OLLAMA_BASE_URL", NO_MODEL);
        environment.put(TestingPortalProcess.HEAP, "512m");
        return environment;
    }

    private static String path(int document) {
        return "runbook-" + document + ".md";
    }

    private static String text(int document) {
        return "# Runbook %d\n\nRestart the service number %d, then look at its log.\n"
                .formatted(document, document);
    }
}
