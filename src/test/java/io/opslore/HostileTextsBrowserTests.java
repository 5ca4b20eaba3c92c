package io.opslore;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.GroupText;
import io.opslore.identity.Groups;
import io.opslore.identity.NewPerson;
import io.opslore.identity.People;
import io.opslore.identity.Profile;
import io.opslore.identity.Role;
import io.opslore.identity.RoleText;
import io.opslore.identity.Roles;
import io.opslore.ingest.Intake;
import io.opslore.library.Documents;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.library.Stored;
import io.opslore.library.ui.DocumentNavigation;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingBrowser;
import io.opslore.testing.TestingCanary;
import io.opslore.testing.TestingIntruder;
import io.opslore.testing.TestingPayloads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts that try to run a script or to load something, wherever a text of somebody's is shown, in a
 * real browser whose network is watched. Answers are put into the store as the worst of models
 * would have written them, past the gate that they come through otherwise.
 */
class HostileTextsBrowserTests extends PortalTest {

    private static final String CONTENT = "vaadin-app-layout > div";
    private static final int NAMES = 12;
    private static final int IN_ONE_ANSWER = 40;

    @Autowired Accounts accounts;
    @Autowired Spaces spaces;
    @Autowired Intake intake;
    @Autowired Documents documents;
    @Autowired People people;
    @Autowired Groups groups;
    @Autowired Roles roles;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private final List<GroupsAndRoles> made = new ArrayList<>();
    private final Set<String> shown = new LinkedHashSet<>();
    private Asker admin;
    private TestingCanary canary;
    private TestingBrowser browser;
    private TestingIntruder intruder;
    private Page page;
    private List<String> payloads;

    private record GroupsAndRoles(io.opslore.identity.GroupId group, Role role) {}

    @BeforeEach
    void somebodyIsSignedIn() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        admin = TestingAskers.with(accounts, Role.ADMIN);
        canary = new TestingCanary();
        payloads = TestingPayloads.all(canary.address());
        browser = new TestingBrowser();
        page = browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
        intruder = TestingIntruder.in(page);
        signInForTheFirstTime(page, admin.username(), "one-time-password");
        assertThat(page.locator(".portal-header")).isVisible();
    }

    @AfterEach
    void whatWasMadeIsGone() {
        jdbc.sql("delete from quality_run where version = set_name").update();
        made.forEach(it -> {
            groups.delete(it.group(), admin);
            roles.delete(it.role(), admin);
        });
        if (browser != null) {
            browser.close();
            canary.close();
        }
    }

    @Test
    void documentsOfAllFormatsRunAndLoadNothing() throws IOException {
        SpaceId space = spaces.create("Hostile " + UUID.randomUUID(), "", admin).id();
        String all = String.join("\n\n", payloads);
        for (Stored stored :
                List.of(
                        take(space, "all.md", "# Restart\n\n" + all),
                        take(space, "headings.md", all.replaceAll("(?m)^", "# ")),
                        take(
                                space,
                                "front.md",
                                "---\ntitle: "
                                        + inLine(payloads.get(0))
                                        + "\nowner: "
                                        + inLine(payloads.get(9))
                                        + "\n---\n"
                                        + all),
                        take(space, "all.adoc", "= Restart\n\n" + all),
                        take(space, "all.txt", all),
                        take(space, "all.html", "<html><body>" + all + "</body></html>"),
                        take(
                                space,
                                "all.csv",
                                payloads.stream()
                                        .map(it -> "\"" + it.replace("\"", "\"\"") + "\",x")
                                        .collect(Collectors.joining("\n"))),
                        take(
                                space,
                                "all.yaml",
                                payloads.stream()
                                        .map(it -> "- '" + inLine(it).replace("'", "''") + "'")
                                        .collect(Collectors.joining("\n"))),
                        take(
                                space,
                                "all.log",
                                payloads.stream()
                                        .map(it -> "2026-11-22 10:00:00 ERROR " + inLine(it))
                                        .collect(Collectors.joining("\n"))),
                        take(space, "all.js", all))) {
            open(DocumentNavigation.address(stored.document()));
            open(DocumentNavigation.revisionsAddress(stored.document()));
        }
        Stored changed = take(space, "all.md", "# Restart again\n\n" + all.replace("1", "2"));
        open("sources/document/" + changed.document().value() + "/compare");
        report("documents");
    }

    @Test
    void namesTitlesAndQuestionsRunAndLoadNothing() throws IOException {
        List<String> names =
                payloads.stream()
                        .filter(it -> it.contains("alert(1)") && it.length() < 90)
                        .filter(it -> it.startsWith("<") || it.contains("\""))
                        .map(HostileTextsBrowserTests::inLine)
                        .map(String::strip)
                        .distinct()
                        .limit(NAMES)
                        .toList();
        SpaceId space = null;
        for (String name : names) {
            String own = name + " " + UUID.randomUUID().toString().substring(0, 8);
            space = spaces.create(own, name, admin).id();
            take(space, name + ".md", "# " + name + "\n\nalert in the title");
            take(space, "dir " + name + "/x.log", "2026-11-22 ERROR " + name);
            people.create(
                    new NewPerson(
                            "p-" + UUID.randomUUID(), new Profile(name, ""), Set.of(), Set.of()),
                    admin);
            made.add(
                    new GroupsAndRoles(
                            groups.create(new GroupText(own, name), admin),
                            roles.create(new RoleText(own, name), admin)));
        }
        UUID conversation = conversation(names.getFirst());
        names.forEach(this::measured);
        for (String name : names) {
            answer(conversation, name, name, names.indexOf(name));
        }
        String last = "sources/" + java.util.Objects.requireNonNull(space).value();
        for (String address :
                List.of(
                        "sources",
                        last,
                        last + "/bin",
                        last + "/access",
                        "changes",
                        "search?q=alert",
                        "ask/" + conversation,
                        "admin/users",
                        "admin/groups",
                        "admin/roles",
                        "admin/audit",
                        "admin/answers",
                        "admin/gpu",
                        "admin/limits",
                        "admin/models",
                        "admin/model-server",
                        "admin/model-upgrade",
                        "admin/quality",
                        "admin/usage",
                        "account")) {
            open(address);
        }
        report("names, titles and questions");
    }

    @Test
    void answersOfTheWorstOfModelsRunAndLoadNothing() {
        UUID conversation = conversation("What the model said");
        for (int from = 0; from < payloads.size(); from += IN_ONE_ANSWER) {
            List<String> some =
                    payloads.subList(from, Math.min(from + IN_ONE_ANSWER, payloads.size()));
            answer(conversation, "What now?", String.join("\n\n", some), from / IN_ONE_ANSWER);
        }
        open("ask/" + conversation);
        assertThat(page.locator(".answer")).hasCount(1 + (payloads.size() - 1) / IN_ONE_ANSWER);
        report("answers");
    }

    @Test
    void aLinkThatLeavesAsksFirstAndGoesNowhereByItself() {
        UUID conversation = conversation("Links");
        String target =
                "http://"
                        + canary.address()
                        + "/take?it=drain-takes-12-minutes-and-the-rest-of-what-it-says";
        answer(conversation, "What now?", "See [the runbook](" + target + ").", 0);

        open("ask/" + conversation);
        Page leaving = page.waitForPopup(() -> page.locator(".answer a.outside").click());

        assertThat(leaving.locator(".leave-host")).hasText("127.0.0.1");
        assertThat(leaving.locator(".leave-address")).hasText(target);
        assertThat(leaving.locator(".leave-warning")).hasCount(2);
        Assertions.assertThat(canary.hits()).isEmpty();
        leaving.locator(".leave-go").click();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !canary.hits().isEmpty());
    }

    private void open(String address) {
        page.navigate("/" + address);
        page.locator(CONTENT).first().waitFor();
        // What the lists show comes after the page.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Assertions.assertThat(intruder.found(CONTENT)).as(address).isEmpty();
        Assertions.assertThat(browser.outsideRequests()).as(address).isEmpty();
        Assertions.assertThat(canary.hits()).as(address).isEmpty();
        shown.add(address);
    }

    private void report(String what) {
        System.out.printf(
                "rendering %s: %d payloads, %d pages, 0 scripts, 0 outside requests%n",
                what, payloads.size(), shown.size());
    }

    private UUID conversation(String title) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "insert into conversation (id, account_id, title, changed_at) values (?, ?, ?, now())")
                .params(id, admin.id().value(), title)
                .update();
        return id;
    }

    private void answer(UUID conversation, String question, String markdown, int position) {
        jdbc.sql(
                        """
                        insert into answer (id, conversation_id, position, question, asked_at, outcome,
                            markdown, unsupported, searchable, options, tokens, elapsed_millis,
                            account_id, asker, model)
                        values (?, ?, ?, ?, now(), 'ANSWERED', ?, '[]', '', '{}', 1, 1, ?, ?, 'worst')
                        """)
                .params(
                        UUID.randomUUID(),
                        conversation,
                        position,
                        question,
                        markdown.replace("\u0000", ""),
                        admin.id().value(),
                        admin.username())
                .update();
    }

    /** A measurement of a set that somebody has called so. */
    private void measured(String name) {
        var report =
                Map.of(
                        "set",
                        name,
                        "queries",
                        1,
                        "documents",
                        1,
                        "runs",
                        List.of(
                                Map.of(
                                        "name",
                                        "fused",
                                        "ndcg10",
                                        0.5,
                                        "recall5",
                                        0.5,
                                        "recall20",
                                        0.5,
                                        "mrr",
                                        0.5,
                                        "byLanguage",
                                        Map.of(),
                                        "byHalf",
                                        Map.of())),
                        "measuredAt",
                        "2026-11-22T12:00:00Z",
                        "seconds",
                        1,
                        "version",
                        name,
                        "settings",
                        Map.of(name, name));
        jdbc.sql(
                        """
                        insert into quality_run (set_name, measured_at, version, queries, report)
                        values (?, now(), ?, 1, ?::jsonb)
                        """)
                .params(name, name, JsonMapper.shared().writeValueAsString(report))
                .update();
    }

    private Stored take(SpaceId space, String path, String text) throws IOException {
        Stored stored =
                intake.accept(space, path, new ByteArrayInputStream(text.getBytes(UTF_8)), admin);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> documents.text(stored.revision(), admin).isPresent());
        return stored;
    }

    private static String inLine(String payload) {
        return payload.replaceAll("\\p{Cntrl}+", " ");
    }
}
