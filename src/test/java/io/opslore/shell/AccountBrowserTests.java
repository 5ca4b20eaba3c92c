package io.opslore.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.OWN_PASSWORD;
import static io.opslore.testing.TestingPages.button;
import static io.opslore.testing.TestingPages.signIn;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;
import static io.opslore.testing.TestingPages.textbox;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.RequestOptions;
import io.opslore.identity.AccessTokens;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingBrowser;
import io.opslore.testing.TestingCodes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class AccountBrowserTests extends PortalTest {

    private static final String ONE_TIME = "one-time-password";

    @Autowired Accounts accounts;
    @Autowired AccessTokens tokens;
    @LocalServerPort int port;

    private TestingBrowser browser;
    private Asker person;

    @BeforeEach
    void somebodyWithABrowser() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        browser = new TestingBrowser();
        person = accounts.create("account-" + UUID.randomUUID(), ONE_TIME, Set.of(Role.READER));
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aSecondStepIsSetUpAndAskedForFromThenOn() {
        Page page = onTheAccountPage();
        button(page, "Set up").click();
        assertThat(page.locator(".qr-picture path")).isVisible();
        String secret = page.locator("code.secret-text").textContent();
        textbox(page, "Code").fill(TestingCodes.now(secret));
        button(page, "Turn on").click();
        assertThat(page.getByText("Your recovery codes")).isVisible();

        Page another = open();
        another.navigate("/");
        signIn(another, person.username(), OWN_PASSWORD);
        assertThat(another).hasURL(Pattern.compile("/sign-in-code(\\?.*)?$"));
        another.navigate("/account");
        assertThat(another).hasURL(Pattern.compile("/sign-in-code(\\?.*)?$"));
        assertThat(
                        another.request()
                                .get("/batches/token", RequestOptions.create().setMaxRedirects(0))
                                .status())
                .isEqualTo(403);

        textbox(another, "Code").fill("123");
        button(another, "Sign in").click();
        assertThat(another.getByText("This code is not right, or was used already")).isVisible();
        textbox(another, "Code").fill(TestingCodes.next(secret));
        button(another, "Sign in").click();
        assertThat(another.locator(".portal-header")).isVisible();
        assertThat(browser.outsideRequests()).isEmpty();
    }

    @Test
    void aTokenIsShownOnceAndListedWithoutItsSecret() {
        Page page = onTheAccountPage();
        button(page, "New token").click();
        textbox(page, "What it is for").fill("nightly");
        button(page, "Make the token").click();
        String shown = page.locator("pre.secret-text").textContent();
        assertThat(shown).matches("opslore_[0-9a-f]{16}_[A-Za-z0-9_-]{43}");
        button(page, "I have kept it").click();

        assertThat(
                        page.locator(
                                ".account-row-name",
                                new Page.LocatorOptions().setHasText("nightly")))
                .isVisible();
        page.reload();
        assertThat(page.locator(".account-row-name").getByText("nightly")).isVisible();
        assertThat(page.content()).doesNotContain(shown.substring(25));
        assertThat(tokens.own(person)).hasSize(1);
    }

    @Test
    void anotherBrowserIsSignedOutFromThisOne() {
        Page page = onTheAccountPage();
        Page another = open();
        another.navigate("/account");
        signIn(another, person.username(), OWN_PASSWORD);
        assertThat(another.getByText("This browser")).isVisible();
        page.reload();
        assertThat(page.locator(".account-row")).hasCount(2);

        page.locator(".account-row vaadin-button").click();
        page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]").click();

        another.waitForURL(Pattern.compile(".*/login(\\?.*)?$"));
        assertThat(page.locator(".account-row")).hasCount(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsClickedWhileThePortalIsAwayIsSaidAndDoneLater() {
        Page page = onTheAccountPage();
        page.context().setOffline(true);
        button(page, "Set up").click();
        assertThat(page.getByText("No connection to the portal. Trying again…")).isVisible();

        page.context().setOffline(false);
        assertThat(page.locator(".qr-picture path")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByText("No connection to the portal. Trying again…")).isHidden();
    }

    @Test
    void aPageThatLosesItsPushChannelSaysSoUntilItHasItAgain() {
        Page page = onTheAccountPage();
        var away = new AtomicBoolean();
        var push = new AtomicReference<WebSocketRoute>();
        page.routeWebSocket(
                Pattern.compile("/VAADIN/push"),
                channel -> {
                    if (away.get()) {
                        channel.close();
                    } else {
                        channel.connectToServer();
                        push.set(channel);
                    }
                });
        page.reload();
        page.waitForCondition(() -> push.get() != null);

        away.set(true);
        push.get().close();
        assertThat(page.getByText("No connection to the portal. Trying again…")).isVisible();

        away.set(false);
        assertThat(page.getByText("No connection to the portal. Trying again…")).isHidden();
    }

    private Page onTheAccountPage() {
        Page page = open();
        signInForTheFirstTime(page, person.username(), ONE_TIME);
        assertThat(page.locator(".portal-header")).isVisible();
        page.navigate("/account");
        assertThat(page.getByText("Where you are signed in")).isVisible();
        return page;
    }

    private Page open() {
        return browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
    }
}
