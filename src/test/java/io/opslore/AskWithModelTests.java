package io.opslore;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.button;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.opslore.testing.RealOllama;
import io.opslore.testing.TestingBrowser;
import io.opslore.testing.TestingOllama;
import io.opslore.testing.TestingPortalClient;
import io.opslore.testing.TestingPortalProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers written by a model, as a person sees them: from the stand-in, and from a real Ollama
 * where there is one.
 */
class AskWithModelTests {

    private static final String PASSWORD = "one-time-password-1";
    private static final String QUESTION = "How long does it take to drain the consumers?";
    private static final String RUNBOOK =
            """
            # Restarting the payments queue

            Drain the consumers first. The drain takes about 12 minutes, and must not be cut short.
            """;

    @TempDir Path data;

    @BeforeEach
    void aBrowserIsThere() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
    }

    @Test
    void wordsComeInAsTheyAreWrittenAndWhatGoesWrongIsSaid() throws Exception {
        try (var ollama = new TestingOllama().holds("llama-test:8b", "completion");
                var portal = portal(Map.of("OLLAMA_BASE_URL", ollama.url()));
                var browser = new TestingBrowser()) {
            Page page = signedIn(browser, portal);
            assertThat(page.getByText("llama-test:8b").first()).isVisible();

            var firstToken = new CountDownLatch(1);
            var rest = new CountDownLatch(1);
            ollama.answers(chat ->
                    chat.waits(firstToken)
                            .says("Draining takes ")
                            .waits(rest)
                            .says("about 12 minutes [1], not a week [7].")
                            .done());
            ask(page);
            assertThat(button(page, "Stop")).isVisible();
            firstToken.countDown();
            assertThat(answer(page)).containsText("Draining takes");
            rest.countDown();
            assertThat(answer(page)).containsText("about 12 minutes");
            assertThat(page.locator("a.cite").first()).isVisible();
            assertThat(answer(page)).containsText("not a week.");
            assertThat(page.getByText("Tokens:")).isVisible();

            ollama.answers(chat -> chat.says("Draining takes about ").breaks());
            ask(page);
            assertThat(page.getByText("The answer broke off")).isVisible();
            assertThat(answer(page)).containsText("Draining takes about");
            ollama.answers(chat -> chat.says("Draining takes about 12 minutes [1].").done());
            button(page, "Ask again").last().click();
            assertThat(answer(page)).containsText("about 12 minutes");

            ollama.answers(chat -> chat.refuses(500, "out of memory on device cuda:0"));
            ask(page);
            assertThat(answer(page)).containsText("because the model did not answer");
            assertThat(answer(page)).containsText("The drain takes about 12 minutes");
            assertThat(page.getByText("cuda")).hasCount(0);

            ollama.leave();
            assertThat(page.getByText("Passages mode").first()).isVisible(within(10_000));
            ask(page);
            assertThat(answer(page)).containsText("The drain takes about 12 minutes");
            ollama.comeBack();
            assertThat(page.getByText("llama-test:8b").first()).isVisible(within(10_000));
        }
    }

    @Test
    void aRealOllamaAnswersInTheBrowser() throws Exception {
        Assumptions.assumeTrue(RealOllama.url().isPresent(), RealOllama.NONE);
        var few =
                Map.of(
                        "OLLAMA_BASE_URL", RealOllama.url().orElseThrow(),
                        "OPSLORE_ASSISTANT_PASSAGES", "1",
                        "OPSLORE_ASSISTANT_ANSWERTOKENS", "64",
                        "OPSLORE_MODELS_CONTEXTTOKENS", "4096");
        try (var portal = portal(few);
                var browser = new TestingBrowser()) {
            Page page = signedIn(browser, portal);
            assertThat(page.getByText("Passages mode")).hasCount(0);
            ask(page);
            // What so small a model says is its own affair; that its words came to an end through
            // the gate is ours.
            assertThat(page.getByText(Pattern.compile("Tokens: [1-9]"))).isVisible(within(300_000));
            assertThat(answer(page)).containsText(page.locator(".model-chip").innerText());
        }
    }

    private TestingPortalProcess portal(Map<String, String> environment) throws IOException {
        var all = new java.util.HashMap<>(environment);
        all.put("OPSLORE_ADMIN_PASSWORD", PASSWORD);
        TestingPortalProcess portal = TestingPortalProcess.start(data, all);
        TestingPortalClient client = TestingPortalClient.of(data);
        client.upload("Payments", "runbooks/payments-queue.md", RUNBOOK);
        client.awaitReady("Payments", 1);
        return portal;
    }

    private static Page signedIn(TestingBrowser browser, TestingPortalProcess portal) {
        Page page = browser.open(portal.url(), "en-GB", 1440, 900, false);
        signInForTheFirstTime(page, "admin", PASSWORD);
        assertThat(page.locator(".question-box textarea")).isVisible();
        return page;
    }

    private static void ask(Page page) {
        page.navigate("/ask");
        page.locator(".question-box textarea").fill(QUESTION);
        page.locator(".question-box textarea").press("Enter");
        assertThat(page).hasURL(Pattern.compile("/ask/[0-9a-f-]{36}$"));
    }

    private static Locator answer(Page page) {
        return page.locator(".answer").last();
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions within(
            double millis) {
        return new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                .setTimeout(millis);
    }
}
