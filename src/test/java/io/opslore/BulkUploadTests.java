package io.opslore;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.OWN_PASSWORD;
import static io.opslore.testing.TestingPages.button;
import static io.opslore.testing.TestingPages.signIn;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Passwords;
import io.opslore.identity.Role;
import io.opslore.ingest.archive.TestingArchives;
import io.opslore.library.Document;
import io.opslore.library.Documents;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingBrowser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Many files at once, as a person sends them and looks at what became of them. */
class BulkUploadTests extends PortalTest {

    private static final Pattern ALL_IN = Pattern.compile("^(All is in|Done).*");

    @Autowired private Accounts accounts;
    @Autowired Passwords passwords;
    @Autowired private Spaces spaces;
    @Autowired private Documents documents;
    @LocalServerPort private int port;
    @TempDir private Path folder;

    @Test
    void aFolderKeepsItsPathsAndLeavesAReport() throws IOException {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        Asker writer = writer();
        Space space = space(writer);
        Path handbook = Files.createDirectories(folder.resolve("handbook"));
        for (int i = 0; i < 60; i++) {
            Path team = Files.createDirectories(handbook.resolve("runbooks/team-" + i % 4));
            Files.writeString(team.resolve("restart-" + i + ".md"), "# Restart " + i + "\n\nText.");
        }
        Files.writeString(handbook.resolve("empty.md"), " ");
        Files.writeString(handbook.resolve("=twin.md"), "# Restart 0\n\nText.");
        Files.createDirectories(handbook.resolve(".git"));
        Files.writeString(handbook.resolve(".git/config"), "x");

        try (var browser = new TestingBrowser()) {
            Page page = signedIn(browser, writer, space);
            page.locator("input.choose-folder").setInputFiles(handbook);
            Locator state = page.locator(".batch-state");
            button(page, "Pause").click();
            assertThat(state).containsText("Paused");
            button(page, "Continue").click();
            assertThat(state).hasText(ALL_IN);
            Assertions.assertThat(documents.in(space.id(), writer))
                    .hasSize(62)
                    .extracting(Document::path)
                    .contains("handbook/runbooks/team-3/restart-3.md", "handbook/=twin.md");

            assertThat(page.locator(".batch-counts")).containsText("failed: 1");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Report")).click();
            assertThat(page.getByText("There is no text in it.").first()).isVisible();
            String csv = csv(page);
            Assertions.assertThat(csv)
                    .contains("\"handbook/empty.md\",\"Failed\"")
                    .contains("\"handbook/.git/\",\"Ignored\"")
                    .contains("\"handbook/=twin.md\",\"New\"")
                    .contains(
                            "\"handbook/runbooks/team-0/restart-0.md\",\"New\",\"\",\"\",\"handbook/=twin.md\"");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Try handbook/empty.md again"))
                    .click();
            assertThat(page.getByText("There is no text in it.").first()).isVisible();
            Assertions.assertThat(browser.complaints())
                    .filteredOn(it -> !it.contains("Websocket closed"))
                    .isEmpty();
        }
    }

    @Test
    void anArchiveIsUnpackedAndAnAddressShowsTheSameAgain() throws IOException {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        Asker writer = writer();
        Space space = space(writer);
        Path archive =
                Files.write(
                        folder.resolve("docs.zip"),
                        TestingArchives.zip(out -> {
                            TestingArchives.add(out, "docs/queue.md", "# Queue\n\nText.");
                            TestingArchives.add(out, "docs/broker.md", "# Broker\n\nText.");
                            TestingArchives.add(out, "../evil.md", "x");
                        }));

        try (var browser = new TestingBrowser()) {
            Page page = signedIn(browser, writer, space);
            page.locator("input.choose-files").setInputFiles(archive);
            assertThat(page.locator(".batch-state")).hasText(ALL_IN);
            assertThat(page.locator(".batch-counts")).containsText("new: 2");
            assertThat(page.locator(".batch-counts")).containsText("failed: 1");

            Locator queue = page.locator(".document-tree").getByText("queue.md");
            Locator broker = page.locator(".document-tree").getByText("broker.md");
            assertThat(queue).isVisible();
            page.locator("h1").first().click();
            page.keyboard().press("/");
            page.keyboard().type("queue");
            assertThat(broker).hasCount(0);
            assertThat(page).hasURL(Pattern.compile("\\?filter=queue$"));
            page.reload();
            assertThat(queue).isVisible();
            assertThat(broker).hasCount(0);
            page.keyboard().press("/");
            page.keyboard().press("Escape");
            assertThat(broker).isVisible();
            assertThat(page).hasURL(Pattern.compile("/sources/[0-9a-f-]{36}$"));
        }
    }

    @Test
    void letsNobodySendWithoutSessionOrToken() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://localhost:" + port + "/batches");
            HttpRequest begin =
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build();
            HttpRequest token =
                    HttpRequest.newBuilder(URI.create(address + "/token")).GET().build();

            Assertions.assertThat(status(http, begin)).isEqualTo(403);
            Assertions.assertThat(status(http, token)).isEqualTo(401);
        }
    }

    private static int status(HttpClient http, HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private Asker writer() {
        Asker writer = TestingAskers.with(accounts, Role.CONTRIBUTOR);
        passwords.change("one-time-password", OWN_PASSWORD, null, writer);
        return writer;
    }

    private Space space(Asker reader) {
        Asker admin = TestingAskers.with(accounts, Role.ADMIN);
        Space space = spaces.create("Bulk " + UUID.randomUUID(), "", admin);
        return spaces.space(space.id(), reader);
    }

    private Page signedIn(TestingBrowser browser, Asker writer, Space space) {
        Page page = browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
        page.navigate("/sources/" + space.id().value());
        signIn(page, writer.username(), OWN_PASSWORD);
        assertThat(button(page, "Upload a folder")).isVisible();
        return page;
    }

    private static String csv(Page page) throws IOException {
        Download download =
                page.waitForDownload(() ->
                        page.getByRole(
                                        AriaRole.LINK,
                                        new Page.GetByRoleOptions().setName("Download as CSV"))
                                .click());
        return Files.readString(download.path());
    }
}
