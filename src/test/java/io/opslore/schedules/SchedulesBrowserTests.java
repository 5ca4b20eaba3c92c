package io.opslore.schedules;

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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of schedules in a real browser. */
class SchedulesBrowserTests extends PortalTest {

    @Autowired private Accounts accounts;
    @LocalServerPort private int port;

    @Test
    void aJobIsBegunByHandAndSaysWhatItHasDone() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        Asker admin = TestingAskers.with(accounts, Role.ADMIN);
        try (var browser = new TestingBrowser()) {
            Page page = browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
            signInForTheFirstTime(page, admin.username(), "one-time-password");
            assertThat(page.locator(".portal-header")).isVisible();
            page.navigate("/admin/schedules");
            Locator verify = card(page, "Verification of the stores");
            assertThat(verify).containsText("Sunday, 3:30");

            button(page, "Run now: Verification of the stores").click();

            assertThat(verify).containsText("begun by " + admin.username());
            assertThat(verify).not().containsText("Running");
            Locator purge = card(page, "Purge of the bin");
            button(page, "Run now: Purge of the bin").click();
            assertThat(page.locator("vaadin-confirm-dialog")).containsText("for good");
            page.locator("vaadin-confirm-dialog-overlay, vaadin-confirm-dialog")
                    .getByText("Run now", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(purge).containsText("begun by " + admin.username());
            assertThat(purge).containsText("Documents purged: 0");
            button(page, "Runs: Purge of the bin").click();
            assertThat(page.locator("vaadin-dialog")).containsText("by the schedule");
            page.keyboard().press("Escape");
            page.setViewportSize(390, 844);
            assertThat(button(page, "Run now: Purge of the bin")).isVisible();
            Assertions.assertThat(page.evaluate("document.body.scrollWidth <= 390"))
                    .isEqualTo(true);
            Assertions.assertThat(browser.outsideRequests()).isEmpty();
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Locator card(Page page, String title) {
        return page.locator("article.schedule")
                .filter(new Locator.FilterOptions().setHasText(title));
    }
}
