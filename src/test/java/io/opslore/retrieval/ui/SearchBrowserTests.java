package io.opslore.retrieval.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;
import static io.opslore.testing.TestingPages.textbox;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.Intake;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingBrowser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class SearchBrowserTests extends PortalTest {

    private static final String ONE_TIME = "one-time-password";

    @Autowired Accounts accounts;
    @Autowired Spaces spaces;
    @Autowired Intake intake;
    @Autowired IngestFeed feed;
    @LocalServerPort int port;

    private final String word = "zeppelin" + UUID.randomUUID().toString().substring(0, 8);
    private String username;

    @BeforeEach
    void twoSpacesWithDocuments() throws IOException {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        username = "searcher-" + UUID.randomUUID();
        accounts.create(username, ONE_TIME, Set.of(Role.READER));
        Asker admin = TestingAskers.with(accounts, Role.ADMIN);
        Space air = spaces.create("Air " + word, "", admin);
        Space sea = spaces.create("Sea " + word, "", admin);
        put(
                air,
                "air.md",
                "# Mooring\n\nIntro.\n\nLast: tie the " + word + " <b>to</b> a mast.",
                admin);
        put(sea, "sea.md", "# Ships\n\nNo " + word + " ever sank.", admin);
    }

    @Test
    void aSearchIsNarrowedOpenedAtItsLineAndSharedByItsAddress() {
        try (var browser = new TestingBrowser()) {
            String portal = "http://localhost:" + port;
            Page page = browser.open(portal, "en-GB", 1440, 900, false);
            signInForTheFirstTime(page, username, ONE_TIME);
            assertThat(page.locator(".portal-header")).isVisible();
            page.navigate("/search");
            assertThat(page.getByText("Exactly this, whatever the case")).isVisible();

            // Quoted, since other tests' documents in the same portal may be near it in meaning.
            textbox(page, "Search the documents").fill('"' + word + '"');
            assertThat(page.locator(".search-result")).hasCount(2);
            assertThat(page.locator(".search-result mark").first()).hasText(word);
            assertThat(page.locator(".search-results b")).hasCount(0);

            page.locator(".facet-choice", new Page.LocatorOptions().setHasText("Air")).click();
            assertThat(page.locator(".search-result")).hasCount(1);
            assertThat(page).hasURL(Pattern.compile(".*" + word + ".*space(:|%3A).*Air.*"));

            Page shared = page.context().newPage();
            shared.navigate(page.url());
            assertThat(shared.locator(".search-result")).hasCount(1);
            assertThat(shared.locator(".facet-choice[aria-pressed=true]")).containsText("Air");

            Locator title = shared.locator(".result-title");
            textbox(shared, "Search the documents").press("ArrowDown");
            assertThat(title).isFocused();
            title.press("Enter");
            assertThat(shared).hasURL(Pattern.compile(".*lines=L[0-9]+.*"));
            assertThat(shared.locator(".cited", new Page.LocatorOptions().setHasText(word)))
                    .isInViewport();
            org.assertj.core.api.Assertions.assertThat(browser.outsideRequests()).isEmpty();
            org.assertj.core.api.Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    private void put(Space space, String path, String text, Asker asker) throws IOException {
        intake.accept(
                space.id(),
                path,
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                asker);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        feed.states(space.id(), asker).stream()
                                .allMatch(it -> it.state() instanceof IngestState.Ready));
    }
}
