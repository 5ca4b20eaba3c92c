package io.opslore.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What several browser tests do on the portal's English pages. */
public final class TestingPages {

    /** The password that {@link #signInForTheFirstTime} chooses. */
    public static final String OWN_PASSWORD = "a password of my own";

    private TestingPages() {}

    /** Fills in the sign-in page that the browser shows. */
    public static void signIn(Page page, String username, String password) {
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        button(page, "Sign in").click();
    }

    /** Signs in on the start page and replaces the one-time password. */
    public static void signInForTheFirstTime(Page page, String username, String oneTimePassword) {
        page.navigate("/");
        signIn(page, username, oneTimePassword);
        changePassword(page, oneTimePassword);
    }

    /** Fills in the password page that the browser shows. */
    public static void changePassword(Page page, String oldPassword) {
        textbox(page, "Current password").fill(oldPassword);
        textbox(page, "New password").fill(OWN_PASSWORD);
        textbox(page, "New password again").fill(OWN_PASSWORD);
        button(page, "Change password").click();
    }

    /** Buttons by their label. */
    public static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** A field by its whole label. */
    public static Locator textbox(Page page, String name) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
