package io.opslore.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

class SignInBrowserTests extends PortalTest {

    private static final String ONE_TIME = "one-time-password";
    private static final String OWN = "a password of my own";

    @Autowired Accounts accounts;
    @LocalServerPort int port;

    private String username;

    @BeforeEach
    void aNewAccount() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        username = "browser-" + UUID.randomUUID();
        accounts.create(username, ONE_TIME, Set.of(Role.READER));
    }

    @Test
    void aOneTimePasswordIsChangedBeforeAnythingElseOpens() {
        try (var browser = new TestingBrowser()) {
            Page page = browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
            signIn(page, ONE_TIME);
            assertThat(page).hasURL(Pattern.compile("/change-password(\\?.*)?$"));

            page.navigate("/account");
            assertThat(page).hasURL(Pattern.compile("/change-password(\\?.*)?$"));

            field(page, "Current password").fill(ONE_TIME);
            field(page, "New password").fill(OWN);
            field(page, "New password again").fill(OWN);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change password"))
                    .click();
            assertThat(page.locator(".portal-header")).isVisible();

            page.navigate("/account");
            assertThat(page.getByText("Signed in as " + username)).isVisible();
            org.assertj.core.api.Assertions.assertThat(browser.outsideRequests()).isEmpty();
        }
    }

    @Test
    void aWrongPasswordIsSaidSoInTheLanguageOfTheBrowser() {
        try (var browser = new TestingBrowser()) {
            Page page = browser.open("http://localhost:" + port, "ru-RU", 390, 844, true);
            page.navigate("/login");
            page.getByLabel("Имя пользователя").fill(username);
            page.locator("input[name=password]").fill("wrong");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Войти")).click();

            assertThat(page.getByText("Войти не удалось")).isVisible();
        }
    }

    private void signIn(Page page, String password) {
        page.navigate("/account");
        page.getByLabel("Username").fill(username);
        page.locator("input[name=password]").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    }

    private static Locator field(Page page, String label) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }
}
