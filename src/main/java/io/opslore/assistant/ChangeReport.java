package io.opslore.assistant;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.assistant.changes.ChangesQuestion;
import io.opslore.assistant.gate.Terms;
import io.opslore.identity.Asker;
import io.opslore.library.Change;
import io.opslore.library.Changes;
import io.opslore.library.Documents;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Answers questions for what has changed since a day from the library's own records: a list of
 * documents, each cited as it was and as it is. No model is asked, so that nothing is made up.
 */
@Component
class ChangeReport {

    /** So many documents are listed; the rest is counted. */
    private static final int LISTED = 10;

    private static final int PAGE = 500;

    /** So many are looked through for what the question names. */
    private static final int MOST = 10_000;

    private final Changes changes;
    private final Documents documents;
    private final Clock clock;

    ChangeReport(Changes changes, Documents documents, Clock clock) {
        this.changes = changes;
        this.documents = documents;
        this.clock = clock;
    }

    /** Empty for every other question. Days are counted where the portal runs. */
    Optional<Ending> report(Asked asked) {
        ZoneId zone = ZoneId.systemDefault();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return ChangesQuestion.in(asked.question(), today)
                .map(question -> report(question, zone, asked));
    }

    private Ending report(ChangesQuestion question, ZoneId zone, Asked asked) {
        Asker asker = asked.asker();
        List<Change> found = found(question, zone, asker);
        var text = new ChangeText(asked.question(), zone, documents, asker);
        text.begin(question.since(), found.size());
        found.stream().limit(LISTED).forEach(text::add);
        text.end(found.size() - LISTED);
        return new Ending(
                Outcome.CHANGES, text.cited(), Means.of(text.sources()), null, Spent.NOTHING, null);
    }

    private List<Change> found(ChangesQuestion question, ZoneId zone, Asker asker) {
        Instant since = question.since().atStartOfDay(zone).toInstant();
        List<Change> found = new ArrayList<>();
        for (int skip = 0; skip < MOST; skip += PAGE) {
            List<Change> page = changes.since(since, Optional.empty(), skip, PAGE, asker);
            page.stream().filter(change -> isAbout(question.about(), change)).forEach(found::add);
            if (page.size() < PAGE) {
                break;
            }
        }
        return found;
    }

    /** All that was named stands in its path or title; where nothing was, all are meant. */
    private static boolean isAbout(Terms about, Change change) {
        String named = change.document().path() + " " + change.document().title();
        return about.isEmpty() || about.shareHeldBy(named) == 1;
    }
}
