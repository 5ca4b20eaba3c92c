package io.opslore.operations.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.opslore.identity.Accounts;
import io.opslore.identity.Role;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingBrowser;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class OperationsBrowserTests extends PortalTest {

    private static final String ONE_TIME = "one-time-password";

    @Autowired private Accounts accounts;
    @LocalServerPort private int port;
    private String username;

    @BeforeEach
    void anAdmin() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        username = "operator-" + UUID.randomUUID();
        accounts.create(username, ONE_TIME, Set.of(Role.ADMIN));
    }

    @Test
    void showsStatesNumbersAndChartsAndHandsOutTheBundle() {
        try (var browser = new TestingBrowser()) {
            Page page = browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
            signInForTheFirstTime(page, username, ONE_TIME);
            assertThat(page.locator(".portal-header")).isVisible();
            page.navigate("/admin/operations");

            Locator database = item(page, "Database");
            assertThat(database).containsText("Up");
            assertThat(database).containsText("PostgreSQL");
            assertThat(item(page, "Model server")).containsText("passages are quoted");
            assertThat(page.locator(".number-tiles")).containsText("Questions a minute");
            assertThat(page.locator(".stage-table")).containsText(Pattern.compile("\\S"));

            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Last week")).click();
            page.waitForURL("**/admin/operations?span=week");
            // Within a minute of its start at the latest, a portal has taken a sample.
            Locator memory =
                    page.getByRole(
                            AriaRole.IMG, new Page.GetByRoleOptions().setName("Memory in use"));
            assertThat(memory).isVisible();

            Download bundle = page.waitForDownload(() -> page.getByText("Support bundle").click());
            assertThat(bundle.suggestedFilename()).isEqualTo("opslore-support.zip");
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.outsideRequests()).isEmpty();
        }
    }

    private static Locator item(Page page, String name) {
        return page.locator(".dependencies li")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }
}
