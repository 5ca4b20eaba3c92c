package io.opslore.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.Bin;
import io.opslore.library.DocumentId;
import io.opslore.library.Documents;
import io.opslore.library.Downloads;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;
import io.opslore.library.RevisionText;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.library.Stored;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the library promises to citations: they reproduce their bytes whatever happens later. */
class FiftyEditsTests extends PortalTest {

    private static final int EDITS = 50;

    @Autowired Accounts accounts;
    @Autowired Spaces spaces;
    @Autowired Intake intake;
    @Autowired Documents documents;
    @Autowired Downloads downloads;
    @Autowired Bin bin;

    private Asker admin;
    private Asker reader;
    private SpaceId space;

    /** What a citation keeps: where it was read, and the hash of what was read there. */
    private record Pinned(RevisionId revision, LineRange lines, String quote, String original) {}

    @BeforeEach
    void aSpace() {
        admin = TestingAskers.with(accounts, Role.ADMIN);
        reader = TestingAskers.with(accounts, Role.READER);
        space = spaces.create("Space " + UUID.randomUUID(), "", admin).id();
    }

    @Test
    void fiftyCitationsReproduceTheirBytesAfterFiftyEdits() throws Exception {
        List<Pinned> pinned = new ArrayList<>();
        for (int edit = 1; edit <= EDITS; edit++) {
            byte[] bytes = text(edit).getBytes(UTF_8);
            Stored stored =
                    intake.accept(
                            space, "runbooks/gateway.md", new ByteArrayInputStream(bytes), admin);
            // The line moves down by one with each edit.
            LineRange lines = new LineRange(edit + 2, edit + 3);
            String quote = awaitText(stored.revision()).quote(lines);
            assertThat(quote).contains("port %d".formatted(9000 + edit));
            pinned.add(new Pinned(stored.revision(), lines, sha256(quote), sha256(bytes)));
        }
        DocumentId document = documents.revision(pinned.getFirst().revision(), reader).document();
        documents.restore(pinned.get(6).revision(), admin);
        bin.put(document, admin);
        bin.restore(document, admin);

        assertThat(documents.revisions(document, reader)).hasSize(EDITS + 1);
        assertThat(pinned).allSatisfy(this::reproduces);
        awaitAnswering(document);
        assertThat(documents.document(document, reader).title()).isEqualTo("Gateway 7");
        assertThat(pinned).allSatisfy(this::reproduces);
    }

    private void reproduces(Pinned citation) throws Exception {
        RevisionText text = documents.text(citation.revision(), reader).orElseThrow();
        assertThat(sha256(text.quote(citation.lines()))).isEqualTo(citation.quote());
        assertThat(documents.revision(citation.revision(), reader).sha256())
                .isEqualTo(citation.original());
        try (InputStream original = downloads.file(citation.revision(), admin).bytes()) {
            assertThat(sha256(original.readAllBytes())).isEqualTo(citation.original());
        }
    }

    private static String text(int edit) {
        return "# Gateway %d\n\n".formatted(edit)
                + "One more line, and trailing blanks  \n".repeat(edit)
                + "The gateway listens on port %d,\tне иначе.\r\n".formatted(9000 + edit)
                + "See also the other port %d.\n".formatted(edit);
    }

    private RevisionText awaitText(RevisionId revision) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> documents.text(revision, reader), java.util.Optional::isPresent)
                .orElseThrow();
    }

    private void awaitAnswering(DocumentId document) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> documents.document(document, reader),
                        found -> found.newest().equals(found.current()));
    }

    private static String sha256(String text) throws Exception {
        return sha256(text.getBytes(UTF_8));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
