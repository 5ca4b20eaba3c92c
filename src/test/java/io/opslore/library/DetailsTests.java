package io.opslore.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.identity.NotAllowed;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DetailsTests extends LibraryRoomTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    @Test
    void aDocumentShowsWhatItsCurrentRevisionSays() throws IOException {
        Stored first = publish("a.md", "one", TestingFound.runbook("team-data", DAY, "redis"));
        Stored second = store("a.md", "two");
        revisions.describe(
                second.revision(), text("two", ""), TestingFound.runbook("team-web", DAY, "web"));

        assertThat(details(first).owner()).isEqualTo("team-data");
        assertThat(details(first).tags()).containsExactly("redis");
        revisions.makeCurrent(second.revision());
        assertThat(details(first).owner()).isEqualTo("team-web");
        assertThat(details(first).tags()).containsExactly("web");
        assertThat(details(first).kind()).isEqualTo(DocumentKind.RUNBOOK);
        assertThat(details(first).isDueForReview(DAY.minusDays(1))).isFalse();
        assertThat(details(first).isDueForReview(DAY)).isTrue();
    }

    @Test
    void withoutAnOwnerInItsTextItBelongsToWhoBroughtItIn() throws IOException {
        Stored stored = publish("a.md", "one", TestingFound.runbook("team-data", DAY));
        publish("a.md", "two");

        assertThat(details(stored).owner()).isEqualTo(contributor.username());
    }

    @Test
    void whatAPersonSetStaysAndTheRestFollowsTheText() throws IOException {
        Stored stored = publish("a.md", "one", TestingFound.runbook("team-data", DAY, "redis"));
        documents.edit(
                stored.document(),
                new DetailsEdit(
                        DocumentKind.RUNBOOK, "team-data", List.of("Cache ", "cache", " "), null),
                contributor);

        publish("a.md", "two", TestingFound.runbook("team-web", DAY, "web"));

        assertThat(details(stored).tags()).containsExactly("cache");
        assertThat(details(stored).reviewOn()).isNull();
        assertThat(details(stored).owner()).isEqualTo("team-web");
        assertThat(documents.corrected(stored.document(), reader))
                .containsExactly(DetailsField.TAGS, DetailsField.REVIEW_ON);

        documents.resetDetails(stored.document(), EnumSet.of(DetailsField.TAGS), contributor);
        assertThat(details(stored).tags()).containsExactly("web");
        assertThat(details(stored).reviewOn()).isNull();
    }

    @Test
    void onlyThoseWhoMayWriteSetDetails() throws IOException {
        Stored stored = publish("a.md", "one");
        var edit = new DetailsEdit(DocumentKind.ADR, "me", List.of(), null);

        assertThatThrownBy(() -> documents.edit(stored.document(), edit, reader))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> documents.edit(stored.document(), edit, nobody))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        documents.resetDetails(
                                stored.document(), Set.of(DetailsField.KIND), reader))
                .isInstanceOf(NotAllowed.class);
        assertThat(details(stored).kind()).isEqualTo(DocumentKind.OTHER);
    }

    @Test
    void detailsHaveALimit() {
        assertThatThrownBy(
                        () -> new DetailsEdit(DocumentKind.ADR, "x".repeat(101), List.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void revisionsWithoutDetailsGetThemLater() throws IOException {
        Stored stored = store("a.md", "one");
        revisions.describe(stored.revision(), text("one", ""));
        revisions.makeCurrent(stored.revision());
        var before = new RevisionId(previous(stored.revision().value()));
        assertThat(revisions.withoutDetails(Optional.of(before), 1))
                .containsExactly(stored.revision());

        revisions.addDetails(stored.revision(), TestingFound.runbook("team-data", DAY));

        assertThat(details(stored).owner()).isEqualTo("team-data");
        assertThat(revisions.withoutDetails(Optional.of(before), 1))
                .doesNotContain(stored.revision());
    }

    /** The id before, in PostgreSQL's order. */
    private static UUID previous(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
    }

    private Details details(Stored stored) {
        return documents.document(stored.document(), reader).details();
    }
}
