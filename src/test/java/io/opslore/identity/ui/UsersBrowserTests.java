package io.opslore.identity.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.button;
import static io.opslore.testing.TestingPages.signIn;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;
import static io.opslore.testing.TestingPages.textbox;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingBrowser;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What those who look after the portal do with people and roles, in a real browser. */
class UsersBrowserTests extends PortalTest {

    @Autowired Accounts accounts;
    @LocalServerPort int port;

    private Asker admin;

    @BeforeEach
    void anAdmin() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        admin = TestingAskers.with(accounts, Role.ADMIN);
    }

    @Test
    void aNewUserSignsInWithThePasswordShownOnceUntilDisabled() {
        try (var browser = new TestingBrowser()) {
            Page page = open(browser);
            signInForTheFirstTime(page, admin.username(), "one-time-password");
            assertThat(page.locator(".portal-header")).isVisible();
            page.navigate("/admin/users");
            String username = "u" + UUID.randomUUID();
            String password = create(page, username);

            Page theirs = open(browser);
            theirs.navigate("/");
            signIn(theirs, username, password);
            assertThat(textbox(theirs, "New password again")).isVisible();

            disable(page, username);
            Page again = open(browser);
            again.navigate("/");
            signIn(again, username, password);
            assertThat(again.getByText("That did not work")).isVisible();
            Assertions.assertThat(browser.outsideRequests()).isEmpty();
        }
    }

    @Test
    void ticksThatAreNotSavedAskBeforeThePageIsLeft() {
        try (var browser = new TestingBrowser()) {
            Page page = open(browser);
            signInForTheFirstTime(page, admin.username(), "one-time-password");
            assertThat(page.locator(".portal-header")).isVisible();
            page.navigate("/admin/roles");
            page.getByLabel("Auditor: Ask", new Page.GetByLabelOptions().setExact(true)).check();
            assertThat(page.getByText("One change not saved")).isVisible();

            page.locator(".admin-nav").getByText("Groups").click();
            button(page, "Cancel").click();
            assertThat(page.getByText("One change not saved")).isVisible();

            page.locator(".admin-nav").getByText("Groups").click();
            button(page, "Discard and leave").click();
            assertThat(
                            page.getByRole(
                                    AriaRole.HEADING,
                                    new Page.GetByRoleOptions().setName("Groups").setExact(true)))
                    .isVisible();
        }
    }

    private Page open(TestingBrowser browser) {
        return browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
    }

    private static String create(Page page, String username) {
        button(page, "New user").click();
        textbox(page, "Username").fill(username);
        button(page, "Create account").click();
        String password = page.locator(".one-time-password").innerText();
        button(page, "I have noted it").click();
        return password;
    }

    private static void disable(Page page, String username) {
        textbox(page, "Find").fill(username);
        page.locator(".person-name").getByText(username).click();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Access")).click();
        button(page, "Disable").click();
        page.locator("vaadin-confirm-dialog").getByText("Disable", exact()).last().click();
        assertThat(page.getByText("One user disabled")).isVisible();
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }
}
