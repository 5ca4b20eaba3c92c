package io.opslore.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.OWN_PASSWORD;

import com.microsoft.playwright.Page;
import io.opslore.testing.TestingBrowser;
import io.opslore.testing.TestingPages;
import java.util.Map;
import java.util.regex.Pattern;

/** The admin before a browser, at one of several portals. Claims an address that is not theirs. */
final class PersonAtPortals {

    /** The address that is claimed to be theirs. */
    static final String CLAIMED = "9.9.9.9";

    private static final Pattern CONVERSATION = Pattern.compile("/ask/[0-9a-f-]{36}$");

    private final Page page;

    private PersonAtPortals(Page page) {
        this.page = page;
        page.context().setExtraHTTPHeaders(Map.of("X-Forwarded-For", CLAIMED));
    }

    /** Signs in where nobody has before. */
    static PersonAtPortals first(TestingBrowser browser, String url, String oneTimePassword) {
        var person = new PersonAtPortals(browser.open(url, "en-GB", 1440, 900, false));
        TestingPages.signInForTheFirstTime(person.page, "admin", oneTimePassword);
        person.isIn();
        return person;
    }

    /** The same person in another browser. */
    static PersonAtPortals again(TestingBrowser browser, String url) {
        var person = new PersonAtPortals(browser.open(url, "en-GB", 1440, 900, false));
        person.page.navigate("/");
        person.signInAgain();
        return person;
    }

    /** On whatever page is shown now. */
    void signInAgain() {
        TestingPages.signIn(page, "admin", OWN_PASSWORD);
        isIn();
    }

    /** Asks something that is not refused, and waits for the answer; says where it stands. */
    String asks(String answer) {
        submits();
        assertThat(page).hasURL(CONVERSATION);
        assertThat(page.locator(".answer").last()).containsText(answer);
        return page.url();
    }

    void isRefused(String reason) {
        submits();
        assertThat(page.getByText(reason).first()).isVisible();
    }

    void opens(String url) {
        page.navigate(url);
    }

    void sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    private void submits() {
        page.navigate("/ask");
        page.locator(".question-box textarea").fill("How is service number 3 restarted?");
        page.locator(".question-box textarea").press("Enter");
    }

    private void isIn() {
        assertThat(page.locator(".question-box textarea")).isVisible();
    }
}
