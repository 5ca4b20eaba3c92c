package io.opslore.ingest.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import io.opslore.ingest.IngestProgress;
import io.opslore.ingest.IngestState;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.testing.TestingDocuments;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.opslore.kit")
class DocumentTreeTests extends BrowserlessTest {

    private static final SpaceId SPACE = new SpaceId(UUID.randomUUID());

    private DocumentTree tree;

    @BeforeEach
    void show() {
        tree = new DocumentTree();
        UI.getCurrent().add(tree);
    }

    @Test
    void showsFoldersBeforeDocumentsAndOpensThemInASmallSpace() {
        tree.show(List.of(document("z.md"), document("b/c/d.md"), document("b/a.md")), List.of());

        assertThat(paths()).containsExactly("b", "b/c", "b/c/d.md", "b/a.md", "z.md");
    }

    @Test
    void keepsTheFoldersOfALargeSpaceClosed() {
        tree.show(
                IntStream.range(0, 10_000)
                        .mapToObj(i -> document("folder" + i % 10 + "/" + i + ".md"))
                        .toList(),
                List.of());

        assertThat(tree.size()).isEqualTo(10_000);
        assertThat(paths()).hasSize(10);
    }

    @Test
    void addsDocumentsThatProgressTellsOf() {
        tree.show(List.of(document("a.md")), List.of());

        tree.show(List.of(progress("new/b.md", new IngestState.Queued())));

        assertThat(tree.size()).isEqualTo(2);
        assertThat(paths()).containsExactly("new", "a.md");
    }

    @Test
    void countsFailures() {
        tree.show(
                List.of(
                        progress("a.md", new IngestState.Ready()),
                        progress(
                                "b.bin",
                                new IngestState.Failed(IngestState.Reason.UNSUPPORTED_TYPE, ""))));

        assertThat(tree.failures()).isEqualTo(1);
    }

    @Test
    void showsAnotherListInsteadOfTheFirst() {
        tree.show(List.of(document("a.md")), List.of());
        tree.show(List.of(document("b.md")), List.of());

        assertThat(paths()).containsExactly("b.md");
    }

    private List<String> paths() {
        roundTrip();
        int rows = test(tree).size();
        return IntStream.range(0, rows)
                .mapToObj(row -> test(tree).getRow(row))
                .map(TreeEntry::path)
                .toList();
    }

    private static Document document(String path) {
        RevisionId revision = new RevisionId(UUID.randomUUID());
        return TestingDocuments.in(SPACE, path, path, revision);
    }

    private static IngestProgress progress(String path, IngestState state) {
        return new IngestProgress(
                SPACE,
                new DocumentId(UUID.randomUUID()),
                new RevisionId(UUID.randomUUID()),
                path,
                state);
    }
}
