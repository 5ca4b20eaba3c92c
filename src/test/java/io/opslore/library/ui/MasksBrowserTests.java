package io.opslore.library.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.button;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.ingest.Intake;
import io.opslore.library.Documents;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.library.Stored;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingBrowser;
import io.opslore.testing.TestingPdf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Masked documents as a reader sees them, in a real browser. */
class MasksBrowserTests extends PortalTest {

    private static final String SECRET = "Wq7c0a1b2d3e4f5a6b7e";

    @Autowired Accounts accounts;
    @Autowired Spaces spaces;
    @Autowired Intake intake;
    @Autowired Documents documents;
    @LocalServerPort int port;

    private Asker admin;
    private Asker reader;
    private SpaceId space;

    @BeforeEach
    void aSpaceAndAReader() {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        admin = TestingAskers.with(accounts, Role.ADMIN);
        reader = TestingAskers.with(accounts, Role.READER);
        space = spaces.create("Masks " + UUID.randomUUID(), "", admin).id();
    }

    @Test
    void aReaderSeesWhatWasMaskedWhereAndTakesTheMaskedTextAlong() throws Exception {
        Stored runbook =
                take(
                        "runbooks/db.md",
                        """
                        # Restore the shop

                        Sign in with db_password: %s and nothing else.

                        ```yaml
                        password: %1$s
                        api_token: %s
                        ```
                        """
                                .formatted(SECRET, SECRET.replace('7', '8'))
                                .getBytes(UTF_8));
        take(
                "values.yaml",
                "shop:\n  password: %s\n  name: shop\n  port: 80\n"
                        .formatted(SECRET)
                        .getBytes(UTF_8));
        Stored pdf =
                take(
                        "plan.pdf",
                        TestingPdf.withPages(List.of(List.of("Plan", "password: " + SECRET))));

        try (var browser = new TestingBrowser()) {
            Page page = browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
            signInForTheFirstTime(page, reader.username(), "one-time-password");
            assertThat(page.locator(".portal-header")).isVisible();

            page.navigate("/" + DocumentNavigation.address(runbook.document()));
            assertThat(page.getByText("3 secrets are masked in this text.")).isVisible();
            assertThat(page.locator(".prose .masked-secret")).hasCount(3);
            Download taken = page.waitForDownload(() -> page.getByText("Masked text").click());
            Assertions.assertThat(Files.readString(taken.path()))
                    .contains("«secret:")
                    .doesNotContain(SECRET);

            button(page, "Show where").click();
            assertThat(page.locator(".mask-what")).hasCount(3);
            page.locator(".mask-what").first().click();
            page.getByText(Pattern.compile("values.yaml, line [0-9]")).click();
            assertThat(page.locator(".line.cited")).isVisible();

            page.navigate("/" + DocumentNavigation.address(pdf.document()));
            assertThat(page.getByText("The pages themselves are shown to those")).isVisible();
            assertThat(page.locator(".code-lines .masked-secret")).isVisible();
            assertThat(page.locator(".pdf-pages")).hasCount(0);
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    private Stored take(String path, byte[] bytes) throws IOException {
        Stored stored = intake.accept(space, path, new ByteArrayInputStream(bytes), admin);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> documents.document(stored.document(), admin).current() != null);
        return stored;
    }
}
