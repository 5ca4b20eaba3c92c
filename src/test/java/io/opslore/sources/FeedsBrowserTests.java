package io.opslore.sources;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.button;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingBrowser;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of what is kept in sync, in a real browser. */
class FeedsBrowserTests extends PortalTest {

    @Autowired private BeanFactory portal;
    @Autowired private Accounts accounts;
    @LocalServerPort private int port;

    @Test
    void aSourceSaysHowItStandsAndIsAskedToLookAgain() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        Asker admin = TestingAskers.with(accounts, Role.ADMIN);
        TestingSource source = new TestingSource(portal, admin);
        source.work.write("a.md", "# A\n");
        source.push("Anna", "Begin");
        source.add(TestingSource.everything()).awaitRuns(1);
        try (var browser = new TestingBrowser()) {
            Page page = browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
            signInForTheFirstTime(page, admin.username(), "one-time-password");
            assertThat(page.locator(".portal-header")).isVisible();
            page.navigate("/admin/sources");
            Locator card =
                    page.locator("article.feed")
                            .filter(new Locator.FilterOptions().setHasText(source.id.value()));
            assertThat(card).containsText("In sync");

            source.work.write("b.md", "# B\n");
            source.push("Boris", "Go on");
            int before = source.runs();
            card.getByText("Sync now").click();
            source.awaitRuns(before + 1);

            Assertions.assertThat(source.paths()).containsExactly("a.md", "b.md");
            assertThat(card).containsText("In sync");
            assertThat(button(page, "Add a source").first()).isVisible();
            Assertions.assertThat(browser.outsideRequests()).isEmpty();
        }
    }
}
