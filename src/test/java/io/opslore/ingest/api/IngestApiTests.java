package io.opslore.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.Asker;
import io.opslore.identity.AskerPrincipal;
import io.opslore.identity.Role;
import io.opslore.identity.SignedIn;
import io.opslore.identity.TestingAuthority;
import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.IngestSettings;
import io.opslore.ingest.Intake;
import io.opslore.ingest.NewSpaces;
import io.opslore.ingest.queue.TestingPortal;
import io.opslore.testing.TestingDatabase;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class IngestApiTests {

    private static final Asker READER = TestingAuthority.asker("reader", Role.READER);

    @TempDir private static Path folder;
    private static TestingPortal portal;
    private static MockMvcTester http;
    private String space;

    @BeforeAll
    static void start() {
        portal =
                new TestingPortal(
                        TestingDatabase.fresh(), folder, "opslore.ingest.max-file-size=1KB");
        var api =
                new IngestApi(
                        portal.bean(Intake.class),
                        portal.bean(IngestFeed.class),
                        portal.bean(NewSpaces.class),
                        portal.bean(SignedIn.class),
                        portal.bean(IngestSettings.class));
        http =
                MockMvcTester.create(
                        MockMvcBuilders.standaloneSetup(api)
                                .setControllerAdvice(new ApiErrors())
                                .build());
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void signIn() {
        space = UUID.randomUUID().toString();
        signInAs(TestingPortal.ADMIN);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void takesADocumentInAndTellsWhatBecameOfIt() throws Exception {
        MvcTestResult first = post("notes/a.md", "# One", true);
        MvcTestResult second = post("notes/a.md", "# Two", false);
        MvcTestResult third = post("notes/a.md", "# Two", false);

        assertThat(first).hasStatus(201).bodyJson().extractingPath("$.result").isEqualTo("ADDED");
        assertThat(second)
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.result")
                .isEqualTo("REVISED");
        assertThat(third)
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.result")
                .isEqualTo("UNCHANGED");
    }

    @Test
    void tellsWhereDocumentsStandAndWhyTheyFailed() throws Exception {
        post("good.md", "# One", true);
        post("empty.md", " ", false);
        TestingPortal.await(() -> {
            MvcTestResult now = summary();
            return number(now, "$.ready") + number(now, "$.failed") == 2;
        });

        assertThat(summary()).bodyJson().extractingPath("$.failures[0].path").isEqualTo("empty.md");
        assertThat(summary()).bodyJson().extractingPath("$.failures[0].reason").isEqualTo("EMPTY");
    }

    @Test
    void refusesFilesThatAreTooLarge() throws Exception {
        assertThat(post("a.md", "x".repeat(1025), true)).hasStatus(413);
    }

    @Test
    void refusesPathsThatClimbOut() {
        assertThat(post("../a.md", "x", true))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("..");
    }

    @Test
    void answersNotFoundForSpacesThatDoNotExist() {
        assertThat(post("a.md", "x", false))
                .hasStatus(404)
                .bodyJson()
                .isLenientlyEqualTo("{\"detail\": \"Space not found\", \"status\": 404}");
        assertThat(summary()).hasStatus(404);
    }

    @Test
    void letsReadersLookButNotWrite() {
        post("a.md", "x", true);
        signInAs(READER);

        assertThat(post("b.md", "x", false)).hasStatus(403);
        assertThat(summary()).hasStatus(200);
        space = "another";
        assertThat(post("b.md", "x", true)).hasStatus(403);
    }

    @Test
    void asksForAPath() {
        assertThat(http.post().uri("/api/spaces/x/documents")).hasStatus(400);
    }

    private MvcTestResult post(String path, String text, boolean create) {
        return http.post()
                .uri(
                        "/api/spaces/{space}/documents?path={path}&create={create}",
                        space,
                        path,
                        create)
                .content(text)
                .exchange();
    }

    private MvcTestResult summary() {
        return http.get().uri("/api/spaces/{space}/ingest", space).exchange();
    }

    private static int number(MvcTestResult result, String path) {
        try {
            return com.jayway.jsonpath.JsonPath.read(
                    result.getResponse().getContentAsString(), path);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static void signInAs(Asker asker) {
        AskerPrincipal principal = () -> asker;
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(principal, null));
    }
}
