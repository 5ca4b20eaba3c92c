package io.opslore.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.button;
import static io.opslore.testing.TestingPages.changePassword;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.opslore.identity.AccountId;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Authority;
import io.opslore.identity.ClaimRule;
import io.opslore.identity.Grantee;
import io.opslore.identity.GroupId;
import io.opslore.identity.Provider;
import io.opslore.identity.ProviderClaims;
import io.opslore.identity.ProviderId;
import io.opslore.identity.ProviderProblem;
import io.opslore.identity.ProviderSaved;
import io.opslore.identity.ProviderSecret;
import io.opslore.identity.Providers;
import io.opslore.identity.Rights;
import io.opslore.identity.Role;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingBrowser;
import io.opslore.testing.TestingKeycloak;
import io.opslore.testing.TestingPages;
import io.opslore.testing.TestingRealm;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.JdbcTemplate;

/** A real Keycloak and a real browser. */
class ProviderSignInBrowserTests extends PortalTest {

    @Autowired Providers providers;
    @Autowired Accounts accounts;
    @Autowired Authority authority;
    @Autowired JdbcTemplate jdbc;
    @Autowired ConfigurableApplicationContext context;
    @Autowired ApplicationEventMulticaster multicaster;
    @LocalServerPort int port;

    private final Queue<ProviderSignInRefused> refusals = new ConcurrentLinkedQueue<>();
    private final ApplicationListener<PayloadApplicationEvent<ProviderSignInRefused>> listener =
            ApplicationListener.forPayload(refusals::add);
    private final GroupId group = new GroupId(UUID.randomUUID());
    private Asker admin;
    private ProviderId id;
    private TestingRealm realm;
    private String portal;
    private String person;

    @BeforeEach
    void aRealmWithSomebodyInIt() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        Assumptions.assumeTrue(TestingKeycloak.isThere(), "The build has unpacked no Keycloak");
        admin = accounts.create("admin-" + UUID.randomUUID(), "one-time", Set.of(Role.ADMIN));
        jdbc.update(
                "insert into user_group (id, name, description, created_at) values (?, ?, '', now())",
                group.value(),
                "Platform " + group.value());
        portal = "http://localhost:" + port;
        id = new ProviderId("kc-" + UUID.randomUUID().toString().substring(0, 8));
        realm = TestingKeycloak.running().realm(id.value(), portal, id.value());
        person = "person-" + UUID.randomUUID().toString().substring(0, 8);
        realm.addUser(person);
        var secret = new ProviderSecret.Replaced(TestingRealm.CLIENT_SECRET);
        assertThat(providers.add(provider(realm.issuer(), true), secret, admin))
                .isInstanceOf(ProviderSaved.Saved.class);
        context.addApplicationListener(listener);
    }

    @AfterEach
    void asItWas() {
        multicaster.removeApplicationListener(listener);
        jdbc.update("update local_sign_in set enabled = true");
        if (id != null) {
            providers.remove(id, admin);
        }
    }

    @Test
    void rolesAndGroupsFollowTheClaimsFromSignInToSignIn() {
        realm.giveRole(person, "portal-readers");
        realm.joinGroup(person, "platform");
        try (var browser = new TestingBrowser()) {
            Page page = browser.open(portal, "en-GB", 1440, 900, false);
            page.navigate("/account");
            signIn(page);
            assertThat(page.getByText("Signed in as " + person)).isVisible();
            assertThat(page.getByText("Change password")).not().isVisible();
            assertThat(rights().roles()).containsExactly(Role.READER);
            assertThat(rights().is(new Grantee.Members(group))).isTrue();

            jdbc.update(
                    "insert into account_role (account_id, role) values (?, 'auditor')",
                    account().orElseThrow());
            realm.takeRole(person, "portal-readers");
            realm.leaveGroup(person, "platform");
            signOut(page);
            signIn(page);
            assertThat(page.locator(".portal-header")).isVisible();

            assertThat(rights().roles()).containsExactly(Role.AUDITOR);
            assertThat(rights().is(new Grantee.Members(group))).isFalse();
        }
    }

    @Test
    void whoSignsOutHereIsSignedOutThereAndComesBack() {
        try (var browser = new TestingBrowser()) {
            Page page = browser.open(portal, "en-GB", 1440, 900, false);
            page.navigate("/");
            signIn(page);
            signOut(page);

            // Asked again: the provider has forgotten them too.
            continueAtProvider(page);
            assertThat(page.locator("#password")).isVisible();
            page.navigate("/account");
            assertThat(page).hasURL(Pattern.compile("/login"));
        }
    }

    @Test
    void whoIsSignedOutThereIsSignedOutHere() {
        try (var browser = new TestingBrowser()) {
            Page page = browser.open(portal, "en-GB", 1440, 900, false);
            page.navigate("/account");
            signIn(page);
            assertThat(page.getByText("Signed in as " + person)).isVisible();

            realm.signOut(person);

            page.waitForCondition(this::isEndedByProvider);
            // The open page goes by itself, and would stand in the way of being sent elsewhere.
            Page next = page.context().newPage();
            next.navigate("/account");
            assertThat(next).hasURL(Pattern.compile("/login"));
        }
    }

    @Test
    void aReplayedAnswerOpensNothing() {
        try (var browser = new TestingBrowser()) {
            Page page = browser.open(portal, "en-GB", 1440, 900, false);
            Queue<String> answers = answersTo(page);
            page.navigate("/account");
            signIn(page);
            assertThat(page.getByText("Signed in as " + person)).isVisible();

            Page thief = browser.open(portal, "en-GB", 1440, 900, false);
            thief.navigate(answers.element());
            assertThat(thief.getByText("This sign-in was not begun in this browser")).isVisible();
            thief.navigate("/account");
            assertThat(thief).hasURL(Pattern.compile("/login"));

            page.navigate(answers.element());
            assertThat(page.getByText("This sign-in was not begun in this browser")).isVisible();
            assertThat(refusals)
                    .extracting(ProviderSignInRefused::problem)
                    .containsOnly(ProviderProblem.NOT_ASKED_FOR)
                    .hasSize(2);
        }
    }

    @Test
    void aUsedCodeIsRefusedThoughTheSignInWasBegunHere() {
        try (var browser = new TestingBrowser()) {
            Page page = browser.open(portal, "en-GB", 1440, 900, false);
            Queue<String> answers = answersTo(page);
            page.navigate("/account");
            signIn(page);
            assertThat(page.getByText("Signed in as " + person)).isVisible();
            String used = parameter("code", answers.element());

            Page thief = browser.open(portal, "en-GB", 1440, 900, false);
            String begun = begin(thief);
            thief.navigate(
                    "/login/oauth2/code/%s?state=%s&code=%s"
                            .formatted(id.value(), parameter("state", begun), used));

            assertThat(thief.getByText("did not accept the request")).isVisible();
            assertThat(refusals)
                    .extracting(ProviderSignInRefused::problem)
                    .containsExactly(ProviderProblem.CODE_REFUSED);
        }
    }

    @Test
    void aTokenWithAnotherNonceIsRefused() {
        try (var browser = new TestingBrowser()) {
            Page page = browser.open(portal, "en-GB", 1440, 900, false);
            String begun = begin(page);
            assertThat(begun).contains("code_challenge_method=S256");
            page.navigate(begun.replaceFirst("nonce=[^&]+", "nonce=somebody-elses"));
            fillIn(page);

            assertThat(page.getByText("is expired or not genuine")).isVisible();
            assertThat(account()).isEmpty();
            assertThat(refusals)
                    .extracting(ProviderSignInRefused::problem)
                    .containsExactly(ProviderProblem.TOKEN_REFUSED);
        }
    }

    @Test
    void whoIsDisabledThereOrHereDoesNotComeIn() {
        try (var browser = new TestingBrowser()) {
            Page page = browser.open(portal, "en-GB", 1440, 900, false);
            realm.enable(person, false);
            page.navigate("/account");
            signIn(page);
            assertThat(page.getByText("Account is disabled")).isVisible();
            assertThat(account()).isEmpty();

            realm.enable(person, true);
            page.navigate("/account");
            signIn(page);
            assertThat(page.getByText("Signed in as " + person)).isVisible();
            signOut(page);
            jdbc.update(
                    "update account set disabled_at = now() where id = ?", account().orElseThrow());

            signIn(page);
            assertThat(page.getByText("Your account here is disabled")).isVisible();
            page.navigate("/account");
            assertThat(page).hasURL(Pattern.compile("/login"));
        }
    }

    @Test
    void whereCreationIsClosedNobodyNewComesIn() {
        providers.change(provider(realm.issuer(), false), new ProviderSecret.Kept(), admin);
        try (var browser = new TestingBrowser()) {
            Page page = browser.open(portal, "ru-RU", 390, 844, true);
            page.navigate("/");
            continueAtProvider(page);
            fillIn(page);

            assertThat(page.getByText("У вас здесь ещё нет учётной записи")).isVisible();
            assertThat(account()).isEmpty();
        }
    }

    @Test
    void theSameNameElsewhereDoesNotTakeOverALocalAccount() {
        Asker local = accounts.create(person, "one-time-password", Set.of(Role.ADMIN));
        jdbc.update(
                "update account set email = ? where id = ?",
                person + "@example.org",
                local.id().value());
        try (var browser = new TestingBrowser()) {
            Page page = browser.open(portal, "en-GB", 1440, 900, false);
            page.navigate("/account");
            signIn(page);

            assertThat(page.getByText("Signed in as " + person + "@" + id.value())).isVisible();
            assertThat(account().orElseThrow()).isNotEqualTo(local.id().value());
            assertThat(rights().roles()).isEmpty();
        }
    }

    @Test
    void aProviderThatCallsItselfOtherwiseIsNotUsed() {
        providers.change(provider(realm.issuer() + "/", true), new ProviderSecret.Kept(), admin);
        try (var browser = new TestingBrowser()) {
            Page page = browser.open(portal, "en-GB", 1440, 900, false);
            page.navigate("/login");
            continueAtProvider(page);

            assertThat(page.getByText("calls itself by another address")).isVisible();
        }
    }

    @Test
    void anAdminFromElsewhereCanSwitchPasswordsOff() {
        realm.giveRole(person, "portal-admins");
        String local = "local-" + UUID.randomUUID();
        accounts.create(local, "one-time-password", Set.of(Role.ADMIN));
        try (var browser = new TestingBrowser()) {
            Page byPassword = browser.open(portal, "en-GB", 1440, 900, false);
            byPassword.navigate("/admin/providers");
            TestingPages.signIn(byPassword, local, "one-time-password");
            changePassword(byPassword, "one-time-password");
            assertThat(byPassword.locator(".portal-header")).isVisible();
            byPassword.navigate("/admin/providers");
            switchPasswordsOff(byPassword);
            assertThat(byPassword.getByText("Only an admin who is signed in by a provider"))
                    .isVisible();

            Page page = browser.open(portal, "en-GB", 1440, 900, false);
            page.navigate("/admin/providers");
            signIn(page);
            switchPasswordsOff(page);
            assertThat(page.getByText("Local sign-in is off.")).isVisible();

            Page other = browser.open(portal, "en-GB", 1440, 900, false);
            other.navigate("/login");
            assertThat(other.getByText("Continue with Keycloak")).isVisible();
            assertThat(other.locator("input[name=password]")).hasCount(0);
            assertThat(posted(other, local).headers().get("location")).contains("error");
        }
    }

    private static void switchPasswordsOff(Page page) {
        page.getByLabel("People may sign in with a password").click();
        button(page, "Switch off").last().click();
    }

    /** What the sign-in page would send if it still had its form. */
    private static APIResponse posted(Page page, String username) {
        return page.request()
                .post(
                        "/login",
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setForm(
                                        FormData.create()
                                                .set("username", username)
                                                .set("password", "a password of my own")));
    }

    private void signIn(Page page) {
        continueAtProvider(page);
        fillIn(page);
    }

    private static void continueAtProvider(Page page) {
        page.locator("a.provider-button").filter(withText("Keycloak")).last().click();
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private void fillIn(Page page) {
        page.locator("#username").fill(person);
        page.locator("#password").fill(TestingRealm.password(person));
        page.locator("#kc-login").click();
    }

    private void signOut(Page page) {
        page.locator(".person-menu").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out")).click();
        assertThat(page).hasURL(Pattern.compile(portal + "/login"));
    }

    /** What the provider's answers look like to somebody who listens. */
    private Queue<String> answersTo(Page page) {
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        page.onRequest(request -> {
            if (request.url().startsWith(portal + "/login/oauth2/code/")) {
                answers.add(request.url());
            }
        });
        return answers;
    }

    /** The address at the provider to which the portal sends this browser. */
    private String begin(Page page) {
        page.navigate("/login");
        return page.request()
                .get(
                        "/oauth2/authorization/" + id.value(),
                        RequestOptions.create().setMaxRedirects(0))
                .headers()
                .get("location");
    }

    private static String parameter(String name, String url) {
        var matcher = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(url);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private Optional<UUID> account() {
        return jdbc
                .queryForList(
                        "select account_id from account_link where provider = ?",
                        UUID.class,
                        id.value())
                .stream()
                .findFirst();
    }

    private Rights rights() {
        return authority.of(new AccountId(account().orElseThrow()));
    }

    private Provider provider(String issuer, boolean createsAccounts) {
        return new Provider(
                id,
                "Keycloak",
                issuer,
                TestingRealm.CLIENT_ID,
                true,
                List.of("openid", "profile", "email"),
                ProviderClaims.STANDARD,
                List.of(
                        rule("realm_access.roles", "portal-readers", Role.READER),
                        rule("realm_access.roles", "portal-admins", Role.ADMIN),
                        new ClaimRule("groups", "plat*", new Grantee.Members(group))),
                createsAccounts,
                true);
    }

    private static ClaimRule rule(String claim, String wanted, Role role) {
        return new ClaimRule(claim, wanted, new Grantee.Holders(role));
    }

    private boolean isEndedByProvider() {
        return !jdbc.queryForList(
                        "select 1 from signed_in_session where account_id = ?"
                                + " and ended_by = 'PROVIDER'",
                        account().orElseThrow())
                .isEmpty();
    }
}
