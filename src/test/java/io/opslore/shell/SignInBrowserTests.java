package io.opslore.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.changePassword;
import static io.opslore.testing.TestingPages.signIn;

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
            page.navigate("/account");
            signIn(page, username, ONE_TIME);
            assertThat(page).hasURL(Pattern.compile("/change-password(\\?.*)?$"));

            page.navigate("/account");
            assertThat(page).hasURL(Pattern.compile("/change-password(\\?.*)?$"));

            changePassword(page, ONE_TIME);
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
}
