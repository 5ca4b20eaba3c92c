package io.opslore.backup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.button;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingBrowser;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of backups in a real browser. */
class BackupsBrowserTests extends PortalTest {

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

    @Autowired private Accounts accounts;
    @LocalServerPort private int port;

    @Test
    void oneIsMadeAndVerifiedAndSaysHowToRestoreIt() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        Asker admin = TestingAskers.with(accounts, Role.ADMIN);
        try (var browser = new TestingBrowser()) {
            Page page = browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
            signInForTheFirstTime(page, admin.username(), "one-time-password");
            assertThat(page.locator(".portal-header")).isVisible();
            page.navigate("/admin/backups");

            button(page, "Back up now").click();

            Locator card = page.locator(".backup-card").first();
            assertThat(card).isVisible(PATIENTLY);
            assertThat(card).containsText("Not verified");
            assertThat(card).containsText("Not encrypted");
            card.getByText("Verify").click();
            assertThat(card.getByText("Can be restored")).isVisible(PATIENTLY);
            page.getByText("How to restore").click();
            assertThat(page.locator(".backup-command")).containsText("./opslore restore /");
            picture(page, "light");
            page.setViewportSize(390, 844);
            picture(page, "narrow");
            Assertions.assertThat(page.evaluate("document.body.scrollWidth <= 390"))
                    .isEqualTo(true);
            Assertions.assertThat(browser.outsideRequests()).isEmpty();
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "pictures", "backups-" + name + ".png")));
    }
}
