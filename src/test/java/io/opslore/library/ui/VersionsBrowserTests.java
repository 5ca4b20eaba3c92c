package io.opslore.library.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.opslore.testing.TestingPages.button;
import static io.opslore.testing.TestingPages.signInForTheFirstTime;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.ingest.Intake;
import io.opslore.library.Bin;
import io.opslore.library.DetailsEdit;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.DocumentKind;
import io.opslore.library.Documents;
import io.opslore.library.NotFound;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingBrowser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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

/** What people do with the versions of a document, in a real browser. */
class VersionsBrowserTests extends PortalTest {

    private static final String ONE_TIME = "one-time-password";
    private static final String OLD =
            """
            # Draining the queue

            Drain the consumers first. The drain takes about 12 minutes.
            """;
    private static final String NEW =
            """
            # Draining the queue

            Drain the consumers first. The drain takes about 25 minutes.

            <script>alert('run')</script> and <img src=x onerror=alert('run')>
            """;

    @Autowired Accounts accounts;
    @Autowired Spaces spaces;
    @Autowired Documents documents;
    @Autowired Bin bin;
    @Autowired Intake intake;
    @LocalServerPort int port;

    private Asker contributor;
    private Asker reader;
    private SpaceId space;
    private DocumentId document;

    @BeforeEach
    void aDocumentWithTwoRevisions() throws IOException {
        Assumptions.assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        contributor = TestingAskers.with(accounts, Role.CONTRIBUTOR);
        reader = TestingAskers.with(accounts, Role.READER);
        Asker admin = TestingAskers.with(accounts, Role.ADMIN);
        space = spaces.create("Queues " + UUID.randomUUID(), "", admin).id();
        upload(OLD);
        document = documents.in(space, contributor).getFirst().id();
        awaitIndexed();
        upload(NEW);
        awaitIndexed();
    }

    @Test
    void aDocumentIsComparedRestoredDescribedBinnedAndBroughtBack() {
        try (var browser = new TestingBrowser()) {
            Page page = signedIn(browser, contributor);
            open(page, DocumentNavigation.address(document));
            link(page, "Revisions (2)").click();
            compareBoth(page);
            restoreTheOldOne(page);
            describe(page);
            binAndBringBack(page);
            seeWhatChanged(page);

            Assertions.assertThat(browser.outsideRequests()).isEmpty();
            Assertions.assertThat(browser.complaints())
                    .filteredOn(it -> !it.contains("Websocket closed"))
                    .isEmpty();
        }
    }

    @Test
    void aReaderSeesTheVersionsAndMayChangeNothing() {
        List<RevisionId> revisions = revisions();
        try (var browser = new TestingBrowser()) {
            Page page = signedIn(browser, reader);
            open(page, DocumentNavigation.address(document, revisions.getLast()));
            assertThat(page.getByText("This is revision 1, which has been replaced.")).isVisible();
            assertThat(button(page, "Restore")).hasCount(0);
            assertThat(page.locator(".document-actions vaadin-menu-bar")).hasCount(0);

            open(page, DocumentNavigation.revisionsAddress(document));
            assertThat(link(page, "Revision 1").first()).isVisible();
            assertThat(button(page, "Restore revision 1")).hasCount(0);

            open(page, DocumentNavigation.binAddress(space));
            assertThat(page.getByText("The bin is not open to you")).isVisible();

            bin.put(document, contributor);
            open(page, DocumentNavigation.address(document));
            assertThat(page.getByText("It was removed, or it is not open to you.")).isVisible();
            bin.restore(document, contributor);
        }
        DetailsEdit edit = new DetailsEdit(DocumentKind.LOG, "me", List.of(), null);
        assertThatThrownBy(() -> documents.edit(document, edit, reader))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> documents.restore(revisions.getLast(), reader))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> bin.put(document, reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> bin.in(space, reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> bin.purge(document, contributor))
                .isInstanceOfAny(NotAllowed.class, NotFound.class);
    }

    private void compareBoth(Page page) {
        Locator boxes = page.locator("vaadin-grid vaadin-checkbox:visible");
        assertThat(boxes).hasCount(2);
        boxes.first().click();
        boxes.last().click();
        button(page, "Compare").last().click();

        assertThat(page.locator(".removed mark")).hasText("12");
        assertThat(page.locator(".added mark")).hasText("25");
        assertThat(page.locator("ins").filter(text("<script>alert('run')</script>"))).isVisible();
        button(page, "Inline").click();
        assertThat(page).hasURL(Pattern.compile("/compare\\?.*view=inline"));
        page.reload();
        assertThat(page.locator(".diff-body:not(.side) .added mark")).hasText("25");
        assertThat(page.locator("tr[data-change]")).hasCount(1);
        page.keyboard().press("n");
        assertThat(page.getByText("Change 1 of 1")).isVisible();
    }

    private void restoreTheOldOne(Page page) {
        open(page, DocumentNavigation.address(document, revisions().getLast()));
        button(page, "Restore").click();
        dialogButton(page, "Restore").click();
        assertThat(page.getByText("Revision 1 is restored as revision 3.")).isVisible();

        open(page, DocumentNavigation.address(document));
        assertThat(page.getByText("Revision 3", exact())).isVisible();
        assertThat(page.getByText("about 12 minutes")).isVisible();
    }

    private void describe(Page page) {
        chooseAction(page, "Edit details");
        Locator owner = page.getByLabel("Owner");
        owner.fill("queue-team");
        page.getByLabel("Tags").fill("draining");
        page.keyboard().press("Enter");
        button(page, "Save").click();
        assertThat(page.locator(".details-line")).containsText("queue-team");
        assertThat(page.locator(".details-line")).containsText("draining");

        chooseAction(page, "Edit details");
        assertThat(page.getByText("Set by a person").first()).isVisible();
        button(page, "Cancel").click();
    }

    private void binAndBringBack(Page page) {
        chooseAction(page, "Move to the bin");
        assertThat(page.getByText(Pattern.compile("It can be restored for 30 days, until")))
                .isVisible();
        dialogButton(page, "Move to the bin").click();
        assertThat(page).hasURL(Pattern.compile("/sources/" + space.value() + "$"));
        assertThat(page.getByText("“Draining the queue” is in the bin.")).isVisible();

        open(page, DocumentNavigation.binAddress(space));
        assertThat(page.getByText("queues/drain.md").first()).isVisible();
        button(page, "Bring back “Draining the queue”").click();
        assertThat(page.getByText("The bin is empty")).isVisible();
        Assertions.assertThat(documents.in(space, reader))
                .extracting(Document::id)
                .containsExactly(document);
    }

    private void seeWhatChanged(Page page) {
        page.navigate("/changes?space=" + space.value());
        assertThat(link(page, "Draining the queue")).isVisible();
        assertThat(page.locator(".change-kind")).hasText("Added");
        page.navigate("/changes?since=2999-01-01&space=" + space.value());
        assertThat(page.getByText("Nothing has changed")).isVisible();
    }

    private Page signedIn(TestingBrowser browser, Asker person) {
        Page page = browser.open("http://localhost:" + port, "en-GB", 1440, 900, false);
        page.onDialog(dialog -> Assertions.fail("A document ran: " + dialog.message()));
        signInForTheFirstTime(page, person.username(), ONE_TIME);
        assertThat(page.locator(".portal-header")).isVisible();
        return page;
    }

    private List<RevisionId> revisions() {
        return documents.revisions(document, contributor).stream()
                .map(revision -> revision.id())
                .toList();
    }

    private void upload(String text) throws IOException {
        intake.accept(
                space,
                "queues/drain.md",
                new ByteArrayInputStream(text.getBytes(UTF_8)),
                contributor);
    }

    private void awaitIndexed() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> {
                    Document now = documents.document(document, contributor);
                    return now.newest().equals(now.current());
                });
    }

    private static void open(Page page, String address) {
        page.navigate("/" + address);
    }

    private static void chooseAction(Page page, String name) {
        page.locator(".document-actions vaadin-menu-bar-button").first().click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static Locator dialogButton(Page page, String name) {
        return page.locator("vaadin-confirm-dialog vaadin-button").filter(text(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
