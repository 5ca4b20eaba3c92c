package io.opslore.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.identity.NotAllowed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Restoring old revisions, twins, standings, and what changed. */
class LifeTests extends LibraryRoomTest {

    @Autowired Bin bin;
    @Autowired Changes changes;

    @Test
    void anOldRevisionComesBackAsANewOneWithItsBytes() throws IOException {
        Stored first = publish("a.txt", "one");
        publish("a.txt", "two");

        Stored restored = documents.restore(first.revision(), contributor);

        assertThat(restored).isInstanceOf(Stored.Revised.class);
        Revision third = documents.revision(restored.revision(), reader);
        assertThat(third.number()).isEqualTo(3);
        assertThat(third.origin()).isEqualTo("restore");
        assertThat(documents.document(first.document(), reader).source()).isEqualTo("upload");
        try (var bytes = revisions.original(restored.revision())) {
            assertThat(bytes).hasContent("one");
        }
        assertThat(documents.restore(first.revision(), contributor))
                .isEqualTo(new Stored.Unchanged(first.document(), restored.revision()));
    }

    @Test
    void onlyThoseWhoMayWriteRestore() throws IOException {
        Stored first = publish("a.txt", "one");
        publish("a.txt", "two");

        assertThatThrownBy(() -> documents.restore(first.revision(), reader))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> documents.restore(first.revision(), nobody))
                .isInstanceOf(NotFound.class);
        assertThat(documents.revisions(first.document(), reader)).hasSize(2);
    }

    @Test
    void twinsAreNamedOnlyToThoseWhoMayReadThem() throws IOException {
        String content = "same " + space.value();
        SpaceId hidden = adminsOnly();
        Stored here = publish("a.txt", content);
        Stored twin = publish("b.txt", content);
        Stored secret = publish(hidden, "secret.txt", content);
        Stored binned = publish("binned.txt", content);
        bin.put(binned.document(), contributor);

        assertThat(documents.twins(here.document(), reader))
                .extracting(Document::id)
                .containsExactly(twin.document());
        assertThat(documents.twins(here.document(), admin))
                .extracting(Document::id)
                .containsExactlyInAnyOrder(twin.document(), secret.document());
        assertThatThrownBy(() -> documents.twins(secret.document(), reader))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aRevisionStandsByWhatAnswersNow() throws IOException {
        RevisionId first = publish("a.txt", "one").revision();
        assertThat(standing(first)).isEqualTo(new Standing.Current());

        RevisionId second = publish("a.txt", "two").revision();
        assertThat(standing(first)).isEqualTo(new Standing.Changed(second));
        assertThat(standing(second)).isEqualTo(new Standing.Current());

        store("a.txt", "three");
        assertThat(standing(second)).as("not yet current").isEqualTo(new Standing.Current());

        publish("a.txt", "one");
        assertThat(standing(first)).as("the same bytes").isEqualTo(new Standing.Current());
    }

    @Test
    void aRevisionWhoseDocumentIsGoneIsRemoved() throws IOException {
        Stored stored = publish("a.txt", "one");
        bin.put(stored.document(), contributor);
        assertThat(standing(stored.revision())).isEqualTo(new Standing.Removed());
        bin.purge(stored.document(), admin);
        assertThat(standing(stored.revision())).isEqualTo(new Standing.Removed());
    }

    @Test
    void aRevisionThatMayNotBeReadIsHiddenWhateverBecameOfIt() throws IOException {
        SpaceId hidden = adminsOnly();
        Stored stored = publish(hidden, "a.txt", "one");
        RevisionId first = stored.revision();
        publish(hidden, "a.txt", "two");

        assertThat(standing(first)).isEqualTo(new Standing.Hidden());
        bin.put(stored.document(), admin);
        assertThat(standing(first)).isEqualTo(new Standing.Hidden());
    }

    @Test
    void changesAreToldOncePerDocumentTheLatestFirst() throws IOException {
        RevisionId old = publish("changed.txt", "one").revision();
        publish("same.txt", "same");
        publish("there-and-back.txt", "one");
        DocumentId removed = publish("removed.txt", "gone").document();
        Instant since = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        publish("changed.txt", "two");
        publish("there-and-back.txt", "two");
        clock.advance(Duration.ofMinutes(1));
        RevisionId latest = publish("changed.txt", "three").revision();
        publish("there-and-back.txt", "one");
        store("same.txt", "not yet current");
        clock.advance(Duration.ofMinutes(1));
        RevisionId added = publish("added.txt", "new").revision();
        clock.advance(Duration.ofMinutes(1));
        bin.put(removed, contributor);
        DocumentId brief = publish("brief.txt", "came and went").document();
        bin.put(brief, contributor);

        List<Change> found = changes.since(since, Optional.of(space), reader);

        assertThat(found)
                .extracting(change -> change.kind() + " " + change.document().path())
                .containsExactly("REMOVED removed.txt", "ADDED added.txt", "CHANGED changed.txt");
        Change changed = found.getLast();
        assertThat(id(changed.before())).isEqualTo(old);
        assertThat(id(changed.after())).isEqualTo(latest);
        assertThat(found.get(1).before()).isNull();
        assertThat(id(found.get(1).after())).isEqualTo(added);
        assertThat(found.getFirst().after()).isNull();
        assertThat(found.getFirst().at()).isEqualTo(clock.instant());
        assertThat(changes.since(since, Optional.of(space), 1, 1, reader))
                .containsExactly(found.get(1));
    }

    @Test
    void changesAreToldOnlyOfWhatMayBeRead() throws IOException {
        Instant since = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        SpaceId hidden = adminsOnly();
        publish(hidden, "secret.txt", "one");
        publish("open.txt", "one");

        assertThat(changes.since(since, Optional.of(hidden), reader)).isEmpty();
        assertThat(changes.since(since, Optional.empty(), reader))
                .extracting(change -> change.document().path())
                .contains("open.txt")
                .doesNotContain("secret.txt");
        assertThat(changes.since(since, Optional.empty(), nobody)).isEmpty();
        assertThat(changes.since(since, Optional.of(hidden), admin)).hasSize(1);
    }

    private Standing standing(RevisionId revision) {
        var unknown = new RevisionId(UUID.randomUUID());
        var standings = documents.standing(List.of(revision, unknown, revision), reader);
        assertThat(standings).containsEntry(unknown, new Standing.Removed());
        return standings.get(revision);
    }

    private static RevisionId id(Revision revision) {
        return revision.id();
    }
}
