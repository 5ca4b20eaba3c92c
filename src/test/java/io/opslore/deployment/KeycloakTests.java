package io.opslore.deployment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
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
import tools.jackson.databind.JsonNode;

/** The example realm of the Compose file, imported by a real Keycloak at its start. */
class KeycloakTests extends PortalTest {

    /** The realm names it in the addresses that it sends people back to. */
    private static final ProviderId KEY = new ProviderId("keycloak");

    @Autowired Providers providers;
    @Autowired Accounts accounts;
    @LocalServerPort int port;

    private TestingRealm realm;
    private Asker admin;
    private String portal;

    @BeforeEach
    void theRealm() {
        Assumptions.assumeTrue(TestingKeycloak.isThere(), "The build has unpacked no Keycloak");
        realm = TestingKeycloak.running().example();
        portal = "http://localhost:" + port;
        admin = accounts.create("admin-" + UUID.randomUUID(), "one-time", Set.of(Role.ADMIN));
    }

    @AfterEach
    void asItWas() {
        if (realm != null) {
            realm.movePortal(portal, TestingKeycloak.EXAMPLE_PORTAL);
        }
        if (providers.all(admin).stream().anyMatch(provider -> provider.id().equals(KEY))) {
            providers.remove(KEY, admin);
        }
    }

    @Test
    void itsClientIsTheOneThatComposeNames() {
        JsonNode client = realm.client();

        assertThat(client.get("secret").asString()).isEqualTo(TestingRealm.CLIENT_SECRET);
        assertThat(client.toString())
                .doesNotContain("${")
                .contains(TestingKeycloak.EXAMPLE_PORTAL + "/login/oauth2/code/keycloak");
    }

    @Test
    void whoIsAddedThereSignsInHereWithTheRoleThatTheRealmGives() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        String person = "person-" + UUID.randomUUID().toString().substring(0, 8);
        realm.addUser(person);
        realm.giveRole(person, "portal-admins");
        realm.joinGroup(person, "platform");
        realm.movePortal(TestingKeycloak.EXAMPLE_PORTAL, portal);
        assertThat(providers.add(provider(), secret(), admin))
                .isInstanceOf(ProviderSaved.Saved.class);

        try (var browser = new TestingBrowser()) {
            Page page = browser.open(portal, "en-GB", 1440, 900, false);
            // Which only admins see.
            page.navigate("/admin/providers");
            page.locator("a.provider-button").filter(withText("Example realm")).click();
            page.locator("#username").fill(person);
            page.locator("#password").fill(TestingRealm.password(person));
            page.locator("#kc-login").click();

            assertThat(page.locator(".portal-header")).isVisible();
            assertThat(page.getByText("Add provider")).isVisible();
        }
    }

    private static ProviderSecret secret() {
        return new ProviderSecret.Replaced(TestingRealm.CLIENT_SECRET);
    }

    private Provider provider() {
        return new Provider(
                KEY,
                "Example realm",
                realm.issuer(),
                TestingRealm.CLIENT_ID,
                true,
                List.of("openid", "profile", "email"),
                ProviderClaims.STANDARD,
                List.of(
                        new ClaimRule(
                                "realm_access.roles",
                                "portal-admins",
                                new Grantee.Holders(Role.ADMIN))),
                true,
                true);
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
