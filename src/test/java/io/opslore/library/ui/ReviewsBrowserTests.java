package io.opslore.library.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.button;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;

import com.microsoft.playwright.Page;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.ingest.Intake;
import io.opslore.library.DetailsEdit;
import io.opslore.library.DocumentKind;
import io.opslore.library.Documents;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingBrowser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of reviews in a real browser. */
class ReviewsBrowserTests extends PortalTest {

    @Autowired private Accounts accounts;
    @Autowired private Spaces spaces;
    @Autowired private Intake intake;
    @Autowired private Documents documents;
    @LocalServerPort private int port;

    @Test
    void aDocumentThatIsDueStandsThereOnceTheJobHasRun() throws Exception {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        Asker admin = TestingAskers.with(accounts, Role.ADMIN);
        String title = "Due " + UUID.randomUUID();
        var space = spaces.create(title, "", admin).id();
        var stored =
                intake.accept(
                        space,
                        "runbooks/" + title + ".md",
                        new ByteArrayInputStream(("# " + title).getBytes(StandardCharsets.UTF_8)),
                        admin);
        documents.edit(
                stored.document(),
                new DetailsEdit(
                        DocumentKind.RUNBOOK,
                        admin.username(),
                        List.of(),
                        LocalDate.of(2026, 1, 31)),
                admin);
        try (var browser = new TestingBrowser()) {
            Page page = browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
            signInForTheFirstTime(page, admin.username(), "one-time-password");
            assertThat(page.locator(".portal-header")).isVisible();
            page.navigate("/reviews");
            assertThat(page.getByText("Nothing to review")).isVisible();

            page.navigate("/admin/schedules");
            button(page, "Run now: Reminders of reviews").click();
            assertThat(
                            page.locator(
                                    "article.schedule",
                                    new Page.LocatorOptions().setHasText("Reminders of reviews")))
                    .containsText("begun by " + admin.username());
            assertThat(
                            page.locator(
                                    "article.schedule",
                                    new Page.LocatorOptions().setHasText("Reminders of reviews")))
                    .containsText("Documents due: ");
            page.navigate("/reviews");

            assertThat(
                            page.locator(
                                            "article.review",
                                            new Page.LocatorOptions().setHasText(title))
                                    .first())
                    .containsText("due since Jan 31, 2026");
            assertThat(page.locator(".main-menu")).containsText("Reviews(");
            page.setViewportSize(390, 844);
            Assertions.assertThat(page.evaluate("document.body.scrollWidth <= 390"))
                    .isEqualTo(true);
        }
    }
}
