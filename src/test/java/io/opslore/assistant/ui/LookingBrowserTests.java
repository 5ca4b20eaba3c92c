package io.opslore.assistant.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.opslore.assistant.LookingChoice;
import io.opslore.connections.ConnectionCatalogue;
import io.opslore.connections.ConnectionEdit;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.git.TestingWork;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingBrowser;
import io.opslore.testing.TestingRepositories;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Quick tasks and what they look up, in a real browser of a portal whose model server is away. */
class LookingBrowserTests extends PortalTest {

    private static final String MANIFEST =
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: api
            spec:
              containers:
                - name: api
                  image: registry.example/api:latest
                  env:
                    - name: DB_PASSWORD
                      value: correcthorse99
            """;

    @Autowired private Accounts accounts;
    @Autowired private Spaces spaces;
    @Autowired private ConnectionCatalogue connections;
    @Autowired private LookingChoice choice;
    @LocalServerPort private int port;

    private final String name = "repo-" + UUID.randomUUID().toString().substring(0, 8);
    private TestingBrowser browser;
    private Page page;
    private Asker admin;
    private Asker reader;

    @BeforeEach
    void aReaderOfASpaceWithARepository() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        admin = TestingAskers.with(accounts, Role.ADMIN);
        SpaceId space = spaces.create("Space of " + name, "", admin).id();
        TestingWork work = TestingRepositories.work(name);
        work.write("deploy/pod.yaml", MANIFEST).commit("Anna", "Deploy the api");
        work.push();
        connections.save(
                new ConnectionEdit(
                        new ConnectionId(name),
                        name,
                        "git",
                        space,
                        Map.of("url", TestingRepositories.address(name).toString())),
                admin);
        browser = new TestingBrowser();
        page = browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
        reader = TestingAskers.with(accounts, Role.READER);
        signInForTheFirstTime(page, reader.username(), "one-time-password");
        assertThat(page.locator(".question-box")).isVisible();
    }

    @AfterEach
    void disconnectIt() {
        if (browser != null) {
            browser.close();
            connections.remove(new ConnectionId(name), admin);
        }
    }

    @Test
    void aPastedManifestIsMaskedCheckedAndCited() {
        choose("Review a pasted manifest");
        send();
        assertThat(page.locator("vaadin-dialog").getByText("Fill this in.")).isVisible();
        page.locator("vaadin-dialog textarea").fill(MANIFEST);
        send();

        assertThat(page.locator(".answer")).containsText("(k8s-image-latest)");
        fold("Pasted text").click();
        assertThat(page.locator(".lookup-text").first()).containsText("kind: Pod");
        Assertions.assertThat(page.content()).doesNotContain("correcthorse99");
        page.getByText("Open what was seen").first().click();
        assertThat(page.getByText("Pasted by a person")).isVisible();
        assertThat(page.getByText("registry.example/api:latest")).isVisible();
        Assertions.assertThat(page.content()).doesNotContain("correcthorse99");
        Assertions.assertThat(browser.outsideRequests()).isEmpty();
    }

    @Test
    void aQuickTaskShowsWhatItLookedUpAndItsAnswerCitesThat() {
        choose("Analyse manifests");
        page.locator("vaadin-dialog vaadin-select").click();
        page.locator("vaadin-select-list-box vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
        send();

        Locator lookup = fold("Check manifests and pipelines");
        assertThat(lookup).containsText("source=" + name);
        lookup.click();
        assertThat(page.locator(".lookup-text")).containsText("k8s-image-latest");
        assertThat(page.locator(".lookup-text")).containsText("deploy/pod.yaml");
        page.locator(".source-used").first().click();
        assertThat(page.locator(".citation-panel")).containsText("git_manifests_analyze");
        Assertions.assertThat(page.content()).doesNotContain("correcthorse99");
    }

    @Test
    void whoSwitchesLookingOffFindsItOffTheNextTime() {
        Locator looking = page.getByLabel("Live systems");
        assertThat(looking).isChecked();

        looking.uncheck();
        await().until(() -> !choice.isOn(reader));
        page.reload();
        assertThat(looking).not().isChecked();

        looking.check();
        await().until(() -> choice.isOn(reader));
        page.reload();
        assertThat(looking).isChecked();
    }

    private void choose(String task) {
        page.locator(".quick-tasks vaadin-menu-bar-button").first().click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(task).setExact(true))
                .click();
    }

    private void send() {
        page.locator("vaadin-dialog vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Send"))
                .click();
    }

    private Locator fold(String title) {
        return page.locator(".lookups vaadin-details-summary")
                .filter(new Locator.FilterOptions().setHasText(title));
    }
}
