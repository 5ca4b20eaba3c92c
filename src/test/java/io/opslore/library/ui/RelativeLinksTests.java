package io.opslore.library.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.library.Document;
import io.opslore.library.RevisionId;
import io.opslore.testing.TestingDocuments;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RelativeLinksTests {

    private static final Document HERE = document("runbooks/on call/a.md");
    private static final Document NEXT = document("runbooks/on call/b.md");
    private static final Document UP = document("adr/1.md");

    private static final Document PICTURE = document("img/plan b.PNG");

    private final RelativeLinks links =
            new RelativeLinks(HERE, "here", () -> List.of(HERE, NEXT, UP, PICTURE));

    @Test
    void showsPicturesOfTheSpaceAndNoOthers() {
        assertThat(links.image("../../img/plan%20b.PNG"))
                .isEqualTo(Originals.address(PICTURE.newest()));
        assertThat(links.image("/img/plan b.PNG")).isEqualTo(Originals.address(PICTURE.newest()));
        assertThat(links.image("b.md")).isEmpty();
        assertThat(links.image("../../img/other.png")).isEmpty();
        assertThat(links.image("//img/plan%20b.PNG")).isEmpty();
        assertThat(links.image("https://evil.example/img/plan%20b.PNG")).isEmpty();
        assertThat(links.image("javascript:alert(1)")).isEmpty();
        assertThat(links.image("../../../../../img/../../../etc/passwd.png")).isEmpty();
    }

    @Test
    void leadsToDocumentsOfTheSpace() {
        assertThat(links.apply("b.md")).isEqualTo(DocumentNavigation.address(NEXT.id()));
        assertThat(links.apply("../../adr/1.md#why-not"))
                .isEqualTo(DocumentNavigation.address(UP.id()) + "?heading=why-not");
        assertThat(links.apply("#зачем")).matches("here\\?heading=(%[0-9A-F]{2})+");
    }

    @Test
    void leadsNowhereElse() {
        assertThat(links.apply("missing.md")).isEmpty();
        assertThat(links.apply("../../../../etc/passwd")).isEmpty();
        assertThat(links.apply("//evil.example/b.md")).isEmpty();
        assertThat(links.apply("a b%%.md")).isEmpty();
    }

    private static Document document(String path) {
        RevisionId revision = new RevisionId(UUID.randomUUID());
        return TestingDocuments.at(path, path, revision);
    }
}
