package io.opslore.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.identity.Grantee;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

class LibraryTests extends LibraryRoomTest {

    @Autowired ConfigurableApplicationContext context;

    @Test
    void theSamePathMakesARevisionAndTheSameBytesMakeNone() throws IOException {
        Stored first = store("runbooks/redis.md", "one");
        Stored second = store("runbooks/redis.md", "two");
        Stored third = store("/runbooks/./redis.md", "two");

        assertThat(first).isInstanceOf(Stored.Added.class);
        assertThat(second).isInstanceOf(Stored.Revised.class);
        assertThat(third).isInstanceOf(Stored.Unchanged.class);
        assertThat(documents.revisions(first.document(), reader))
                .extracting(Revision::number, Revision::author, Revision::size)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, contributor.username(), 3L),
                        org.assertj.core.groups.Tuple.tuple(1, contributor.username(), 3L));
    }

    @Test
    void originalBytesOfEveryRevisionStay() throws IOException {
        Stored first = store("a.txt", "one");
        store("a.txt", "two");

        try (var bytes = revisions.original(first.revision())) {
            assertThat(bytes).hasContent("one");
        }
    }

    @Test
    void theOldRevisionAnswersUntilTheNewOneIsMadeCurrent() throws IOException {
        RevisionId one = store("a.txt", "one").revision();
        revisions.makeCurrent(one);
        RevisionId two = store("a.txt", "two").revision();
        var scope = grants.readable(reader);

        assertThat(revisions.confirmed(List.of(one, two), scope)).containsOnlyKeys(one);
        revisions.makeCurrent(two);
        assertThat(revisions.confirmed(List.of(one, two), scope)).containsOnlyKeys(two);
        revisions.makeCurrent(one);
        assertThat(revisions.confirmed(List.of(one, two), scope)).containsOnlyKeys(two);
    }

    @Test
    void aDescribedTextNeverChanges() throws IOException {
        RevisionId revision = store("a.txt", "one").revision();
        revisions.describe(revision, text("one", "First"));
        revisions.describe(revision, text("other", "Second"));

        assertThat(documents.text(revision, reader)).contains(text("one", "First"));
    }

    @Test
    void aReaderOutsideTheScopeSeesNothingAndCannotTellItFromAbsence() throws IOException {
        Stored stored = store("a.txt", "one");
        revisions.makeCurrent(stored.revision());

        assertThat(grants.readable(nobody).isEmpty()).isTrue();
        assertThat(spaces.readable(nobody)).isEmpty();
        assertThat(revisions.confirmed(List.of(stored.revision()), grants.readable(nobody)))
                .isEmpty();
        assertThatThrownBy(() -> documents.document(stored.document(), nobody))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.revision(stored.revision(), nobody))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.text(stored.revision(), nobody))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> downloads.file(stored.revision(), nobody))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.revisions(stored.document(), nobody))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.in(space, nobody)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.document(new DocumentId(UUID.randomUUID()), nobody))
                .isInstanceOf(NotFound.class)
                .hasMessage("Document not found");
    }

    @Test
    void aSpaceWithoutAGrantForTheRoleIsHidden() {
        access.replace(
                space,
                List.of(new SpaceGrant(new Grantee.Holders(Role.CONTRIBUTOR), Role.CONTRIBUTOR)));

        assertThat(grants.readable(reader).covers(space)).isFalse();
        assertThat(grants.readable(contributor).covers(space)).isTrue();
        assertThat(grants.readable(admin).covers(space)).isTrue();
    }

    @Test
    void readersMayNotWriteAndOnlyAdminsMakeSpaces() {
        assertThatThrownBy(() -> store(space, "a.txt", "x", reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> spaces.create("Mine", "", contributor))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void whatIsRecordedWithARevisionDiesWithIt() {
        ApplicationListener<PayloadApplicationEvent<RevisionStored>> noQueue =
                ApplicationListener.forPayload((RevisionStored event) -> {
                    throw new IllegalStateException("no queue");
                });
        context.addApplicationListener(noQueue);
        try {
            assertThatThrownBy(() -> store("a.txt", "x")).hasMessage("no queue");
        } finally {
            context.removeApplicationListener(noQueue);
        }
        assertThat(documents.in(space, reader)).isEmpty();
    }

    @Test
    void twoFirstUploadsOfOnePathAtTheSameTimeMakeOneDocumentWithTwoRevisions() throws Exception {
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Stored>> uploads =
                    Stream.of("one", "two")
                            .map(content ->
                                    threads.submit(() -> {
                                        together.await();
                                        return store("same.md", content);
                                    }))
                            .toList();
            for (Future<Stored> upload : uploads) {
                upload.get();
            }
        }

        assertThat(documents.in(space, reader)).hasSize(1);
        assertThat(documents.revisions(documents.in(space, reader).getFirst().id(), reader))
                .extracting(Revision::number)
                .containsExactly(2, 1);
    }

    @Test
    void pathsThatClimbOutAreRefused() {
        assertThatThrownBy(() -> store("../etc/passwd", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store("a/..\\b", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store("//", "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
