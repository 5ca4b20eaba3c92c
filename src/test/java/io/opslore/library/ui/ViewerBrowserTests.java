package io.opslore.library.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.ingest.Intake;
import io.opslore.library.Documents;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionText;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.library.Stored;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingBrowser;
import io.opslore.testing.TestingPdf;
import io.opslore.testing.TestingPictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Documents as a person sees them, in a real browser. */
class ViewerBrowserTests extends PortalTest {

    private static final String CITED = "Drain the consumers before page 41 is over.";

    private static final String HOSTILE =
            """
            # Evil

            ```mermaid
            %%{init: {"securityLevel": "loose", "htmlLabels": true, "themeCSS": "@import url(EVIL/a.css)"}}%%
            flowchart TD
                A["<img src=EVIL/b.png onerror=top.hacked=1>"] --> B
                click A href "javascript:top.hacked=1"
                click B call alert()
            ```

            ```mermaid
            flowchart TD
                A@{ img: "EVIL/c.png", label: "x", h: 60 } --> B
            ```

            ```mermaid
            ---
            config:
              securityLevel: loose
              themeCSS: "* { background: url(EVIL/d.png) }"
            ---
            flowchart TD
                A --> B
            ```
            """;

    @Autowired Accounts accounts;
    @Autowired Spaces spaces;
    @Autowired Intake intake;
    @Autowired Documents documents;
    @LocalServerPort int port;

    private Asker admin;
    private SpaceId space;
    private TestingBrowser browser;
    private Page page;

    @BeforeEach
    void somebodyIsSignedIn() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        admin = TestingAskers.with(accounts, Role.ADMIN);
        space = spaces.create("Viewer " + UUID.randomUUID(), "", admin).id();
        browser = new TestingBrowser();
        page = browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
        signInForTheFirstTime(page, admin.username(), "one-time-password");
        assertThat(page.locator(".portal-header")).isVisible();
    }

    @AfterEach
    void theBrowserEnds() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aCitedPdfOpensAtItsPageWithTheTextMarkedAndFewPagesDrawn() throws IOException {
        Stored stored = take("manual.pdf", TestingPdf.withPages(pages(300)));
        RevisionText text = text(stored);
        int line = text.lines().indexOf(CITED) + 1;

        page.navigate(
                "/"
                        + DocumentNavigation.address(
                                stored.document(), stored.revision(), new LineRange(line, line)));

        Locator mark = page.locator(".pdf-page[data-page='41'] mark.pdf-cited");
        assertThat(mark).hasText(CITED);
        assertThat(mark).isInViewport();
        assertThat(page.locator(".pdf-page[data-page='41'] canvas")).isVisible();
        assertThat(page.locator(".pdf-number")).hasValue("41");
        Assertions.assertThat(page.locator(".pdf-page canvas").count()).isLessThan(12);

        page.locator(".pdf-number").fill("300");
        page.locator(".pdf-number").press("Enter");
        assertThat(page.locator(".pdf-page[data-page='300'] .pdf-text")).containsText("Page 300");
        page.getByText("Text", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".line.cited")).hasText(CITED);
        nothingWasAskedOfAnybodyElse();
    }

    @Test
    void aDocumentShowsPicturesOfItsSpaceDiagramsAndNothingOfAnybodyElse() throws IOException {
        take("img/plan.png", TestingPictures.of("png", 64, 48));
        take("other.md", "# Other\n\n%s\n\n## Why so\n\nHere.\n".formatted("Far. ".repeat(3000)));
        Stored stored =
                take(
                        "guides/a.md",
                        """
                        # A

                        ![The plan](../img/plan.png) ![spy](https://evil.example/x.png)

                        ```mermaid
                        flowchart TD
                            A[Request] --> B[Answer]
                        ```

                        See [why](../other.md#why-so).
                        """);

        page.navigate("/" + DocumentNavigation.address(stored.document()));

        assertThat(page.locator("img.picture")).hasJSProperty("naturalWidth", 64);
        assertThat(page.locator(".prose .image")).hasText("Image: spy");
        assertThat(page.locator("img.diagram")).isVisible();

        page.locator(".prose a", new Page.LocatorOptions().setHasText("why")).click();
        assertThat(page).hasURL(Pattern.compile(".*\\?heading=why-so"));
        assertThat(page.locator("#h-why-so")).isInViewport();
        nothingWasAskedOfAnybodyElse();
    }

    @Test
    void aHostileDiagramRunsNothingAndReachesNobody() throws IOException {
        var reached = new AtomicInteger();
        HttpServer spy = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        spy.createContext(
                "/",
                request -> {
                    reached.incrementAndGet();
                    request.sendResponseHeaders(204, -1);
                    request.close();
                });
        spy.start();
        try {
            String evil = "http://localhost:" + spy.getAddress().getPort();
            Stored stored = take("evil.md", HOSTILE.replace("EVIL", evil));

            page.navigate("/" + DocumentNavigation.address(stored.document()));

            // They are drawn in order, so the last one tells that the others have had their turn.
            assertThat(page.locator(".block:last-child img.diagram")).isVisible();
            Assertions.assertThat(page.evaluate("window.hacked")).isNull();
            Assertions.assertThat(page.title()).contains("Evil");
            Assertions.assertThat(reached).hasValue(0);
        } finally {
            spy.stop(0);
        }
    }

    @Test
    void linesArePutIntoTheAddressByMouseAndKeyboard() throws IOException {
        Stored stored = take("a.yaml", "a: 1\nb: 2\nc: 3\nd: 4\n");
        page.navigate("/" + DocumentNavigation.address(stored.document()));

        page.locator(".number[data-line='2']").click();
        page.locator(".number[data-line='3']")
                .click(
                        new Locator.ClickOptions()
                                .setModifiers(
                                        List.of(
                                                com.microsoft.playwright.options.KeyboardModifier
                                                        .SHIFT)));
        assertThat(page).hasURL(Pattern.compile(".*revision=[0-9a-f-]+&lines=L2-L3"));

        page.reload();
        assertThat(page.locator(".line.cited")).hasCount(2);
        page.locator(".number[data-line='1']").press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*&lines=L2"));
        nothingWasAskedOfAnybodyElse();
    }

    private void nothingWasAskedOfAnybodyElse() {
        Assertions.assertThat(browser.outsideRequests()).isEmpty();
        Assertions.assertThat(browser.complaints())
                .filteredOn(complaint -> !complaint.startsWith("Websocket closed"))
                .isEmpty();
    }

    private static List<List<String>> pages(int count) {
        List<List<String>> pages = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            pages.add(
                    List.of(
                            "Page " + number,
                            number == 41 ? CITED : "Nothing to be said.",
                            "The end of it."));
        }
        return pages;
    }

    private Stored take(String path, String text) throws IOException {
        return take(path, text.getBytes(UTF_8));
    }

    private Stored take(String path, byte[] bytes) throws IOException {
        Stored stored = intake.accept(space, path, new ByteArrayInputStream(bytes), admin);
        text(stored);
        return stored;
    }

    private RevisionText text(Stored stored) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> documents.text(stored.revision(), admin), found -> found.isPresent())
                .orElseThrow();
    }
}
