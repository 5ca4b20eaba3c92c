package io.opslore.connections.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.button;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;
import static io.opslore.testing.TestingPages.textbox;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.opslore.connections.git.TestingWork;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingBrowser;
import io.opslore.testing.TestingRepositories;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How somebody connects a repository, in a real browser. */
class ConnectionsBrowserTests extends PortalTest {

    @Autowired private Accounts accounts;
    @Autowired private Spaces spaces;
    @LocalServerPort private int port;

    @Test
    void aRepositoryIsTestedConnectedAndTakenAway() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        String name = "repo-" + UUID.randomUUID().toString().substring(0, 8);
        TestingWork work = TestingRepositories.work(name);
        work.write("a.md", "# A\n").commit("Anna", "Begin");
        work.push();
        Asker admin = TestingAskers.with(accounts, Role.ADMIN);
        spaces.create("Space of " + name, "", admin);
        try (var browser = new TestingBrowser()) {
            Page page = browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
            signInForTheFirstTime(page, admin.username(), "one-time-password");
            assertThat(page.locator(".portal-header")).isVisible();
            page.navigate("/admin/connections");
            button(page, "Add a connection").first().click();
            choose(page, 0, "Git repository");
            textbox(page, "Name").fill(name);
            choose(page, 1, "Space of " + name);

            button(page, "Test").click();
            assertThat(page.locator("vaadin-dialog"))
                    .containsText("Fill in: Address to clone from");
            assertThat(address(page)).isFocused();
            assertThat(page.locator("vaadin-dialog")).not().containsText("This does not fit.");

            address(page).fill("http://localhost:1/none.git");
            button(page, "Test").click();
            assertThat(page.locator("vaadin-dialog")).containsText("This does not fit.");

            address(page).fill(TestingRepositories.address(name).toString());
            button(page, "Test").click();
            assertThat(page.locator("vaadin-dialog")).containsText("It works");
            button(page, "Save").click();
            assertThat(page.getByText(name + " is saved")).isVisible();

            page.setViewportSize(390, 844);
            assertThat(
                            page.locator(".connections-view .if-narrow")
                                    .getByText("Git repository")
                                    .first())
                    .isVisible();
            button(page, "Remove " + name).click();
            page.locator("vaadin-confirm-dialog vaadin-button[slot='confirm-button']").click();
            assertThat(page.getByText(name + " is removed")).isVisible();
            Assertions.assertThat(browser.outsideRequests()).isEmpty();
        }
    }

    private static Locator address(Page page) {
        return page.locator(".connection-fields vaadin-text-field input").first();
    }

    private static void choose(Page page, int select, String item) {
        page.locator("vaadin-dialog vaadin-select").nth(select).click();
        page.locator("vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText(item))
                .first()
                .click();
    }
}
