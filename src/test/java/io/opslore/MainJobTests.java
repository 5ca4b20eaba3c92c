package io.opslore;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.button;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;
import static io.opslore.testing.TestingPages.textbox;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.opslore.testing.TestingBrowser;
import io.opslore.testing.TestingPdf;
import io.opslore.testing.TestingPortalProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the portal is for, from an empty data folder, by real browser, database, index and embedder,
 * without a model.
 */
class MainJobTests {

    private static final String RUNBOOK =
            """
            # Restarting the payments queue

            The payments queue runs on three brokers behind a proxy. Tell the shop team before you touch it.

            ## Before the restart

            Drain the consumers first. The drain takes about 12 minutes, and must not be cut short.

            ## Restart

            Restart one broker at a time with `systemctl restart payments-broker` and wait for the quorum.
            """;
    private static final String RUSSIAN =
            """
            # Дежурство

            Смена дежурного начинается в понедельник в 10:00 по московскому времени.

            ## Эскалация

            Если дежурный не отвечает 15 минут, звоните руководителю платформы.
            """;

    @TempDir Path data;

    @BeforeEach
    void aBrowserIsThere() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
    }

    @Test
    void aPersonUploadsAsksAndOpensCitationsThatHoldAfterAnEdit() throws IOException {
        try (var portal =
                        TestingPortalProcess.start(
                                data, Map.of("OLLAMA_BASE_URL", "http://127.0.0.1:9"));
                var browser = new TestingBrowser()) {
            Page page = browser.open(portal.url(), "en-GB", 1440, 900, false);
            signInForTheFirstTime(page, "admin", portal.oneTimePassword());
            assertThat(page.getByText("There is nothing to answer from yet")).isVisible();
            makeSpace(page, "Payments");
            upload(
                    page,
                    file("payments-queue.md", RUNBOOK),
                    file("on-call.md", RUSSIAN),
                    new FilePayload("ports.pdf", "application/pdf", portsPdf()));
            assertThat(page.locator(".document-tree").getByText("Ready")).hasCount(3);

            ask(page, "How long does it take to drain the consumers?");
            assertThat(lastAnswer(page)).containsText("about 12 minutes");
            openFirstCitation(page);
            assertThat(citation(page))
                    .containsText("Drain the consumers first. The drain takes about 12 minutes");
            String oldCitation = sourceOfCitation(page);
            openAndSeeMarked(page, oldCitation, "The drain takes about 12 minutes");

            ask(page, "Кому звонить, если дежурный не отвечает?");
            assertThat(lastAnswer(page)).containsText("звоните руководителю платформы");

            ask(page, "Which port does the ledger database listen on?");
            assertThat(lastAnswer(page)).containsText("6432");
            openFirstCitation(page);
            openAndSeeMarked(page, sourceOfCitation(page), "6432");

            openSpace(page, "Payments");
            upload(page, file("payments-queue.md", RUNBOOK.replace("12 minutes", "25 minutes")));
            assertThat(page.locator(".document-tree").getByText("Ready")).hasCount(3);

            ask(page, "How long does it take to drain the consumers?");
            assertThat(lastAnswer(page)).containsText("about 25 minutes");
            openFirstCitation(page);
            assertThat(citation(page)).containsText("Revision 2");
            openAndSeeMarked(page, sourceOfCitation(page), "The drain takes about 25 minutes");
            openAndSeeMarked(page, oldCitation, "The drain takes about 12 minutes");
            assertThat(page.getByText("This is revision 1, which has been replaced.")).isVisible();

            ask(page, "Who won the football championship in Uruguay?");
            assertThat(page.getByText("The sources do not hold the answer")).isVisible();
            assertThat(page.locator("a.cite")).hasCount(0);

            Assertions.assertThat(browser.outsideRequests()).isEmpty();
            Assertions.assertThat(browser.complaints())
                    .filteredOn(it -> !it.contains("Websocket closed"))
                    .isEmpty();
        }
    }

    private static void makeSpace(Page page, String name) {
        page.navigate("/sources");
        button(page, "New space").first().click();
        textbox(page, "Name").fill(name);
        button(page, "Create").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)))
                .isVisible();
    }

    private static void openSpace(Page page, String name) {
        page.navigate("/sources");
        page.getByText(name, new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)))
                .isVisible();
    }

    private static void upload(Page page, FilePayload... files) {
        var chooser = page.waitForFileChooser(() -> button(page, "Upload files").first().click());
        chooser.setFiles(files);
        assertThat(page.locator(".batch-state").first())
                .hasText(Pattern.compile("^Done\\..*"), withinMinutes());
    }

    private static LocatorAssertions.HasTextOptions withinMinutes() {
        return new LocatorAssertions.HasTextOptions().setTimeout(120_000);
    }

    private static void ask(Page page, String question) {
        page.navigate("/ask");
        Locator box = page.locator("textarea");
        box.fill(question);
        box.press("Enter");
        assertThat(page).hasURL(Pattern.compile("/ask/[0-9a-f-]{36}$"));
    }

    private static Locator lastAnswer(Page page) {
        return page.locator(".answer").last();
    }

    private static void openFirstCitation(Page page) {
        page.locator("a.cite").first().click();
        assertThat(citation(page)).isVisible();
    }

    private static Locator citation(Page page) {
        return page.locator(".citation-panel");
    }

    private static String sourceOfCitation(Page page) {
        return citation(page)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open the source"))
                .getAttribute("href");
    }

    private static void openAndSeeMarked(Page page, String link, String text) {
        page.navigate("/" + link.replaceFirst("^/", ""));
        assertThat(
                        page.locator(".cited, .pdf-cited")
                                .filter(new Locator.FilterOptions().setHasText(text))
                                .first())
                .isInViewport();
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/markdown", text.getBytes(UTF_8));
    }

    private static byte[] portsPdf() throws IOException {
        return TestingPdf.withPages(
                List.of(
                        List.of(
                                "Network plan of the payments platform",
                                "Every service keeps to its own zone."),
                        List.of(
                                "The ledger database listens on port 6432.",
                                "The proxy listens on port 8443.")));
    }
}
