package io.opslore.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Authority;
import io.opslore.identity.ClaimRule;
import io.opslore.identity.Grantee;
import io.opslore.identity.Provider;
import io.opslore.identity.ProviderClaims;
import io.opslore.identity.ProviderId;
import io.opslore.identity.ProviderSaved;
import io.opslore.identity.ProviderSecret;
import io.opslore.identity.Providers;
import io.opslore.identity.Role;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingBrowser;
import io.opslore.testing.TestingKeycloak;
import io.opslore.testing.TestingRealm;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A real Keycloak and a real browser. */
class ProviderSignInBrowserTests extends PortalTest {

    @Autowired Providers providers;
    @Autowired Accounts accounts;
    @Autowired Authority authority;
    @LocalServerPort int port;

    private Asker admin;
    private ProviderId id;
    private TestingRealm realm;
    private String portal;

    @BeforeEach
    void aRealm() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        Assumptions.assumeTrue(TestingKeycloak.isThere(), "The build has unpacked no Keycloak");
        admin = accounts.create("admin-" + UUID.randomUUID(), "one-time", Set.of(Role.ADMIN));
        portal = "http://localhost:" + port;
        id = new ProviderId("kc-" + UUID.randomUUID().toString().substring(0, 8));
        realm = TestingKeycloak.running().realm(id.value(), portal, id.value());
        var added =
                providers.add(
                        provider(), new ProviderSecret.Replaced(TestingRealm.CLIENT_SECRET), admin);
        assertThat(added).isInstanceOf(ProviderSaved.Saved.class);
    }

    @AfterEach
    void noProvider() {
        if (id != null) {
            providers.remove(id, admin);
        }
    }

    @Test
    void somebodyNewSignsInAndGetsTheRoleOfTheirClaim() {
        try (var browser = new TestingBrowser()) {
            Page page = browser.open(portal, "en-GB", 1440, 900, false);
            page.navigate("/account");
            signIn(page, "alice");

            assertThat(page.getByText("Signed in as alice")).isVisible();
        }
    }

    private void signIn(Page page, String username) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Continue with Keycloak"))
                .click();
        page.locator("#username").fill(username);
        page.locator("#password").fill(TestingRealm.password(username));
        page.locator("#kc-login").click();
    }

    private Provider provider() {
        return new Provider(
                id,
                "Keycloak",
                realm.issuer(),
                TestingRealm.CLIENT_ID,
                true,
                List.of("openid", "profile", "email"),
                ProviderClaims.STANDARD,
                List.of(
                        new ClaimRule(
                                "realm_access.roles",
                                "portal-readers",
                                new Grantee.Holders(Role.READER)),
                        new ClaimRule(
                                "realm_access.roles",
                                "portal-admins",
                                new Grantee.Holders(Role.ADMIN))),
                true,
                true);
    }
}
