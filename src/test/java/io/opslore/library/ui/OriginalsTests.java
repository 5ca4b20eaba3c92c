package io.opslore.library.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.opslore.audit.AuditFilter;
import io.opslore.audit.AuditLog;
import io.opslore.audit.AuditOrder;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.identity.SessionBook;
import io.opslore.identity.SignedIn;
import io.opslore.library.DocumentKey;
import io.opslore.library.Documents;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.library.Storing;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingPdf;
import io.opslore.testing.TestingPictures;
import io.opslore.testing.TestingSignIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class OriginalsTests extends PortalTest {

    @Autowired Accounts accounts;
    @Autowired SessionBook book;
    @Autowired Spaces spaces;
    @Autowired Storing storing;
    @Autowired Documents documents;
    @Autowired AuditLog log;
    @Autowired WebApplicationContext portal;

    private MockMvc browser;
    private Asker admin;
    private Asker reader;
    private Asker nobody;
    private SpaceId space;

    @BeforeEach
    void aSpaceAndPeople() {
        browser = MockMvcBuilders.webAppContextSetup(portal).apply(springSecurity()).build();
        admin = TestingAskers.with(accounts, Role.ADMIN);
        reader = TestingAskers.with(accounts, Role.READER);
        nobody = TestingAskers.with(accounts);
        space = spaces.create("Pictures " + UUID.randomUUID(), "", admin).id();
    }

    @Test
    void showsAPictureToAReaderAndLetsNothingInItRun() throws Exception {
        byte[] png = TestingPictures.of("png", 3, 2);

        ask(store("img/a.svg.html", png), reader)
                .andExpect(status().isOk())
                .andExpect(content().bytes(png))
                .andExpect(header().string("Content-Type", "image/png"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", Originals.INERT))
                .andExpect(header().string("Content-Disposition", containsString("inline")))
                .andExpect(header().string("Cache-Control", "no-cache, private"));
    }

    @Test
    void neverOpensADrawingAsAPage() throws Exception {
        byte[] svg =
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                        .getBytes(UTF_8);

        ask(store("a.svg", svg), reader)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/svg+xml"))
                .andExpect(
                        header().string(
                                        "Content-Security-Policy",
                                        "sandbox; default-src 'none'; style-src 'unsafe-inline'"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
    }

    @Test
    void neverSendsWhatOnlyCallsItselfAPicture() throws Exception {
        byte[] html = "<!DOCTYPE html><script>alert(1)</script>".getBytes(UTF_8);

        ask(storeOnly("a.png", html), admin).andExpect(status().isNotFound());
        ask(storeOnly("b.pdf", "#!/bin/sh\n".getBytes(UTF_8)), admin)
                .andExpect(status().isNotFound());
    }

    @Test
    void takesAlongTheMaskedTextAsAFileInWhichNothingRuns() throws Exception {
        RevisionId page =
                store(
                        "a.md",
                        "<script>alert(1)</script>\npassword: Sommer-2031-x\n".getBytes(UTF_8));

        take(page, reader)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("secret:")))
                .andExpect(content().string(not(containsString("Sommer-2031-x"))))
                .andExpect(header().string("Content-Type", "application/octet-stream"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", Originals.INERT))
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
        take(page, admin).andExpect(content().string(containsString("Sommer-2031-x")));
        take(page, nobody).andExpect(status().isNotFound());

        assertThat(log.search(downloadsOf(page), AuditOrder.NEWEST_FIRST, 0, 10))
                .extracting(entry -> entry.details().contains("\"content\":\"original\""))
                .containsExactly(true, false);
    }

    @Test
    void showsAPdfOfWhichSomethingWasMaskedToThoseAloneWhoMayHaveOriginals() throws Exception {
        RevisionId pdf =
                store(
                        "plan.pdf",
                        TestingPdf.withPages(List.of(List.of("password: Sommer-2031-x"))));

        ask(pdf, reader).andExpect(status().isNotFound());
        ask(pdf, admin).andExpect(status().isOk());
        take(pdf, reader)
                .andExpect(content().string(containsString("secret:")))
                .andExpect(content().string(not(containsString("Sommer-2031-x"))))
                .andExpect(header().string("Content-Disposition", containsString("plan.pdf.txt")));
    }

    private ResultActions take(RevisionId revision, Asker asker) throws Exception {
        return browser.perform(get("/" + Originals.fileAddress(revision)).with(signedIn(asker)));
    }

    @Test
    void isOnTheRecordOnceHoweverManyPartsAreFetched() throws Exception {
        byte[] png = TestingPictures.of("png", 30, 20);
        RevisionId picture = store("counted.png", png);

        ask(picture, reader).andExpect(content().bytes(png));
        ask(picture, reader, "Range", "bytes=10-20").andExpect(status().isPartialContent());
        ask(picture, reader, "If-None-Match", '"' + sha256(picture) + '"')
                .andExpect(status().isNotModified());
        ask(picture, nobody).andExpect(status().isNotFound());

        assertThat(log.search(downloadsOf(picture), AuditOrder.NEWEST_FIRST, 0, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor().id()).isEqualTo(reader.id().value()));
    }

    private static AuditFilter downloadsOf(RevisionId picture) {
        return AuditFilter.ALL.withAction("document.download").withText(picture.value().toString());
    }

    private String sha256(RevisionId picture) {
        return documents.revision(picture, admin).sha256();
    }

    private ResultActions ask(RevisionId original, Asker asker, String header, String value)
            throws Exception {
        return browser.perform(
                get("/" + Originals.address(original)).header(header, value).with(signedIn(asker)));
    }

    @Test
    void showsNothingToThoseWhoMayNotReadTheSpace() throws Exception {
        RevisionId picture = store("a.png", TestingPictures.of("png", 3, 2));

        ask(picture, nobody).andExpect(status().isNotFound());
        ask(new RevisionId(UUID.randomUUID()), reader).andExpect(status().isNotFound());
        browser.perform(get("/" + Originals.address(picture))).andExpect(status().isUnauthorized());
        browser.perform(
                        get("/" + Originals.address(picture))
                                .with(
                                        TestingSignIn.as(
                                                reader, SignedIn.MUST_CHANGE_PASSWORD, book)))
                .andExpect(status().isForbidden());
    }

    @Test
    void givesDiagramsAFrameThatHasNothing() throws Exception {
        browser.perform(get("/diagrams").with(signedIn(reader)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", Diagrams.ALONE));
    }

    @Test
    void sendsPartsOfAPdfAndNothingThatIsKnownAlready() throws Exception {
        byte[] pdf = TestingPdf.withPages(List.of(List.of("One")));
        RevisionId revision = store("a.pdf", pdf);

        String tag =
                ask(revision, reader)
                        .andExpect(header().string("Content-Type", "application/pdf"))
                        .andExpect(header().string("Accept-Ranges", "bytes"))
                        .andReturn()
                        .getResponse()
                        .getHeader("ETag");
        browser.perform(
                        get("/" + Originals.address(revision))
                                .header("Range", "bytes=0-4")
                                .with(signedIn(reader)))
                .andExpect(status().isPartialContent())
                .andExpect(content().string("%PDF-"));
        browser.perform(
                        get("/" + Originals.address(revision))
                                .header("If-None-Match", tag)
                                .with(signedIn(reader)))
                .andExpect(status().isNotModified());
    }

    private ResultActions ask(RevisionId revision, Asker asker) throws Exception {
        return browser.perform(get("/" + Originals.address(revision)).with(signedIn(asker)));
    }

    /** Stored and read: before that nobody but who may have originals gets anything of it. */
    private RevisionId store(String path, byte[] bytes) throws IOException {
        RevisionId revision = storeOnly(path, bytes);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> documents.text(revision, admin).isPresent());
        return revision;
    }

    private RevisionId storeOnly(String path, byte[] bytes) throws IOException {
        return storing.store(
                        new DocumentKey(space, "upload", path),
                        new ByteArrayInputStream(bytes),
                        "upload",
                        admin)
                .revision();
    }

    private RequestPostProcessor signedIn(Asker asker) {
        return TestingSignIn.as(asker, book);
    }
}
