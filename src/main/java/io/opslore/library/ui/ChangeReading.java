package io.opslore.library.ui;

import io.opslore.identity.SignedIn;
import io.opslore.kit.ReaderDates;
import io.opslore.kit.TextDiff;
import io.opslore.library.Change;
import io.opslore.library.Changes;
import io.opslore.library.Documents;
import io.opslore.library.Revision;
import io.opslore.library.RevisionText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes and the texts before and after them, read for the person who is signed in. */
@Component
class ChangeReading {

    /** Larger texts are only compared when somebody asks to see the difference. */
    private static final long MOST_BYTES = 200_000;

    private final Changes changes;
    private final Documents documents;
    private final SignedIn signedIn;

    ChangeReading(Changes changes, Documents documents, SignedIn signedIn) {
        this.changes = changes;
        this.documents = documents;
        this.signedIn = signedIn;
    }

    /** The latest first. */
    List<Change> some(ChangesAsked asked, int skip, int most) {
        Instant since = asked.since().atStartOfDay(ReaderDates.zone()).toInstant();
        return changes.since(since, asked.space(), skip, most, signedIn.asker());
    }

    /** How many lines came and went; empty where that is not quickly said. */
    Optional<TextDiff> difference(Change change) {
        Revision before = change.before();
        Revision after = change.after();
        return before == null
                        || after == null
                        || before.size() > MOST_BYTES
                        || after.size() > MOST_BYTES
                ? Optional.empty()
                : lines(before)
                        .flatMap(left -> lines(after).flatMap(right -> TextDiff.of(left, right)));
    }

    /** The lines of a revision's text; empty where it has none, or none yet. */
    Optional<List<String>> lines(@Nullable Revision revision) {
        return Optional.ofNullable(revision)
                .flatMap(one -> documents.text(one.id(), signedIn.asker()))
                .map(RevisionText::lines);
    }
}
