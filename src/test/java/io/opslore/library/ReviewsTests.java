package io.opslore.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.schedules.JobResult;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is reminded of which documents. */
class ReviewsTests extends LibraryRoomTest {

    @Autowired private ReviewJob job;
    @Autowired private Reviews reviews;

    @Test
    void whoOwnsItOrMayChangeItIsRemindedAndNobodyElse() throws IOException {
        DocumentId due = document("due.md", reader.username(), -1);
        document("later.md", reader.username(), 1);
        document("never.md", reader.username(), null);
        DocumentId others = document("others.md", "somebody", -2);
        assertThat(due(contributor)).isEmpty();

        JobResult told = job.run();

        assertThat(told.key()).isEqualTo("reviews");
        assertThat(due(contributor)).containsExactly(others, due);
        assertThat(due(reader)).containsExactly(due);
        assertThat(due(nobody)).isEmpty();
    }

    @Test
    void nobodyIsRemindedOfWhatTheyMayNotRead() throws IOException {
        Stored hidden = store(adminsOnly(), "hidden.md", "text", admin);
        review(hidden.document(), reader.username(), -1);
        job.run();

        assertThat(reviews.due(reader)).noneMatch(it -> it.id().equals(hidden.document()));
        assertThat(reviews.due(admin)).anyMatch(it -> it.id().equals(hidden.document()));
    }

    @Test
    void aNewDateEndsItAndComesAgain() throws IOException {
        DocumentId document = document("a.md", reader.username(), 0);
        job.run();
        assertThat(due(reader)).containsExactly(document);

        review(document, reader.username(), 5);
        assertThat(due(reader)).as("at once, before the job runs again").isEmpty();
        job.run();
        clock.advance(Duration.ofDays(5));
        assertThat(job.run().values().getLast()).isNotEqualTo("0");
        assertThat(due(reader)).containsExactly(document);
        assertThat(job.run().values().getLast()).as("reminded of already").isEqualTo("0");
    }

    private List<DocumentId> due(io.opslore.identity.Asker asker) {
        return reviews.due(asker).stream()
                .filter(document -> document.space().equals(space))
                .map(Document::id)
                .toList();
    }

    private DocumentId document(String path, String owner, @Nullable Integer days)
            throws IOException {
        DocumentId id = publish(path, "text of " + path).document();
        review(id, owner, days);
        return id;
    }

    private void review(DocumentId id, String owner, @Nullable Integer days) {
        LocalDate day = days == null ? null : LocalDate.now(clock).plusDays(days);
        documents.edit(id, new DetailsEdit(DocumentKind.OTHER, owner, List.of(), day), admin);
    }
}
