package io.opslore.models.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.button;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingBrowser;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of the catalogue, in a portal whose model server is away. */
class ModelsBrowserTests extends PortalTest {

    private static final String MODEL = "qwen2.5-coder:7b";

    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private TestingBrowser browser;
    private Page page;

    @BeforeEach
    void open() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        Asker admin = TestingAskers.with(accounts, Role.ADMIN);
        browser = new TestingBrowser();
        page = browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
        signInForTheFirstTime(page, admin.username(), "one-time-password");
        assertThat(page.locator(".portal-header")).isVisible();
        page.navigate("/admin/models");
    }

    @AfterEach
    void asItWas() {
        jdbc.sql("delete from model_task").update();
        jdbc.sql("delete from kept_model").update();
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void whatIsSetUpShowsInTheCardAndInTheListAndCanBeTakenBack() {
        assertThat(page.getByText("Nobody answers at")).isVisible();
        assertThat(page.locator(".task-card")).hasCount(5);
        button(page, "Set up: Code and review").click();
        Locator field = page.locator("vaadin-dialog vaadin-combo-box input");
        field.fill(MODEL);
        field.press("Enter");
        button(page, "Save").click();

        assertThat(card("Code and review").locator(".model-name")).hasText(MODEL);
        assertThat(card("Code and review").getByText("Not installed")).isVisible();
        assertThat(use()).containsText("Everybody");

        button(page, "Reset: Code and review").click();
        page.locator("vaadin-confirm-dialog vaadin-button[slot='confirm-button']").click();
        assertThat(card("Code and review").locator(".model-name")).hasText("qwen2.5-coder:32b");
        Assertions.assertThat(browser.outsideRequests()).isEmpty();
    }

    @Test
    void aModelIsKeptForARole() {
        jdbc.sql("insert into kept_model (model) values (?)").param(MODEL).update();
        page.reload();
        assertThat(use()).containsText("Nobody");

        use().locator("vaadin-button").click();
        page.locator("vaadin-dialog vaadin-checkbox input").first().check();
        button(page, "Save").click();

        assertThat(page.getByText("Saved: ")).isVisible();
        assertThat(use()).not().containsText("Nobody");
        Assertions.assertThat(
                        jdbc.sql("select count(*) from kept_model_role where model = ?")
                                .param(MODEL)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void anEmbeddingModelOfAServerThatIsAwayIsNotChosen() {
        assertThat(card("Embedding").getByText("In use")).isVisible();
        button(page, "Set up: Embedding").click();
        page.getByText("A model on the model server").click();
        Locator field = page.locator("vaadin-dialog vaadin-combo-box input");
        field.fill("bge-m3");
        field.press("Enter");
        button(page, "Continue").click();
        assertThat(page.getByText("All texts are embedded again")).isVisible();
        button(page, "Build the index").click();

        assertThat(page.getByText("bge-m3 cannot be used")).isVisible();
        assertThat(card("Embedding").getByText("In use")).isVisible();
    }

    private Locator card(String task) {
        return page.locator(".task-card")
                .filter(new Locator.FilterOptions().setHas(page.locator("h3").getByText(task)));
    }

    private Locator use() {
        return page.locator(".model-uses li").filter(new Locator.FilterOptions().setHasText(MODEL));
    }
}
