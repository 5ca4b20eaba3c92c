package io.opslore.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.OWN_PASSWORD;
import static io.opslore.testing.TestingPages.signIn;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitUntilState;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.OpenSession;
import io.opslore.identity.Role;
import io.opslore.identity.SessionEnd;
import io.opslore.identity.Sessions;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingBrowser;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

class SessionsBrowserTests extends PortalTest {

    private static final String ONE_TIME = "one-time-password";
    private static final Pattern SIGN_IN = Pattern.compile(".*/login(\\?.*)?$");

    /** Until the browser is on its way there; how fast it then draws the page is another matter. */
    private static final Page.WaitForURLOptions WITHIN_FIVE_SECONDS =
            new Page.WaitForURLOptions().setTimeout(5_000).setWaitUntil(WaitUntilState.COMMIT);

    @Autowired Accounts accounts;
    @Autowired Sessions sessions;
    @Autowired JdbcTemplate jdbc;
    @LocalServerPort int port;

    private TestingBrowser browser;
    private Asker person;

    @BeforeEach
    void somebodyWithABrowser() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        browser = new TestingBrowser();
        person = accounts.create("sitting-" + UUID.randomUUID(), ONE_TIME, Set.of(Role.READER));
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void disablingAnAccountTakesItsIdleOpenPageToTheSignInPageWithinFiveSeconds() {
        Page page = signedIn();
        page.navigate("/account");
        assertThat(page.getByText("Signed in as " + person.username())).isVisible();

        jdbc.update("update account set disabled_at = now() where id = ?", person.id().value());
        page.waitForURL(SIGN_IN, WITHIN_FIVE_SECONDS);

        assertThat(endings()).containsExactly("DISABLED");
    }

    @Test
    void anEndedSignInIsRefusedWithTheNextRequest() {
        Page page = signedIn();
        assertThat(get(page, "/batches/token").status()).isEqualTo(200);

        assertThat(sessions.endOthers(null, SessionEnd.OWNER, person)).isEqualTo(1);

        assertThat(get(page, "/batches/token").status()).isEqualTo(401);
        assertThat(get(page, "/account").status()).isEqualTo(302);
    }

    @Test
    void aPageOfAnEndedSignInGoesToTheSignInPage() {
        Page page = signedIn();
        page.navigate("/account");
        assertThat(page.getByText("Signed in as " + person.username())).isVisible();

        assertThat(sessions.endOwn(theOnlyOne().id(), person)).isTrue();

        page.waitForURL(SIGN_IN, WITHIN_FIVE_SECONDS);
        assertThat(endings()).containsExactly("OWNER");
    }

    @Test
    void aDisabledPersonIsRefusedBeforeAnySweep() {
        Page page = signedIn();

        jdbc.update("update account set disabled_at = now() where id = ?", person.id().value());

        assertThat(get(page, "/batches/token").status()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSignInAndKeepsTheOthers() {
        Page page = signedIn();
        Page other = anotherBrowser();
        assertThat(sessions.own(person)).hasSize(2);

        page.locator(".person-menu vaadin-menu-bar-button").first().click();
        page.getByText("Sign out").click();
        page.waitForURL(SIGN_IN);

        assertThat(sessions.own(person)).hasSize(1);
        assertThat(endings()).containsExactly("SIGNED_OUT");
        assertThat(get(other, "/batches/token").status()).isEqualTo(200);
    }

    @Test
    void aSignInThatWasUnusedForTooLongNoLongerHolds() {
        Page page = signedIn();
        jdbc.update(
                "update signed_in_session set last_seen_at = now() - interval '3 hours' where account_id = ?",
                person.id().value());

        assertThat(get(page, "/batches/token").status()).isEqualTo(401);
        assertThat(endings()).containsExactly("EXPIRED");
    }

    private Page signedIn() {
        Page page = open();
        signInForTheFirstTime(page, person.username(), ONE_TIME);
        assertThat(page.locator(".portal-header")).isVisible();
        return page;
    }

    private Page anotherBrowser() {
        Page page = open();
        page.navigate("/");
        signIn(page, person.username(), OWN_PASSWORD);
        assertThat(page.locator(".portal-header")).isVisible();
        return page;
    }

    private Page open() {
        return browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
    }

    private OpenSession theOnlyOne() {
        return sessions.own(person).getFirst();
    }

    private static APIResponse get(Page page, String path) {
        return page.request().get(path, RequestOptions.create().setMaxRedirects(0));
    }

    private java.util.List<String> endings() {
        return jdbc.queryForList(
                "select ended_by from signed_in_session where account_id = ? and ended_at is not null",
                String.class,
                person.id().value());
    }
}
