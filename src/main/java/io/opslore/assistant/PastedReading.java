package io.opslore.assistant;

import io.opslore.assistant.LookupKeeping.Seen;
import io.opslore.library.NotFound;
import io.opslore.library.RevisionId;
import io.opslore.models.TaskModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Between search and answer: what the question's asker has pasted, and what the portal's rules say
 * of it, become something to answer from like any passage.
 */
@Component
class PastedReading {

    private static final double CHARACTERS_PER_TOKEN = 1.5;
    private static final int WITHOUT_A_MODEL = 8_192;

    private final LookupKeeping keeping;
    private final TaskChoice tasks;

    PastedReading(LookupKeeping keeping, TaskChoice tasks) {
        this.keeping = keeping;
        this.tasks = tasks;
    }

    Searched read(Searched searched, RunningAnswer answer) {
        Pasted pasted = searched.asked().wish().lookups().pasted();
        if (pasted == null) {
            return searched;
        }
        List<Seen> seen = new ArrayList<>();
        seen(searched, pasted.revision())
                .ifPresent(found -> {
                    seen.add(found);
                    tell(answer, Lookup.PASTED, found, pasted.lines(), pasted.masked());
                });
        Optional.ofNullable(pasted.findings())
                .flatMap(findings -> seen(searched, findings))
                .ifPresent(found -> {
                    seen.addFirst(found);
                    tell(answer, Lookup.PASTED_FINDINGS, found, pasted.found(), 0);
                });
        int share = (int) (window(searched) * CHARACTERS_PER_TOKEN) / Math.max(1, seen.size());
        return searched.seeing(seen.stream().map(one -> one.passage(share)).toList());
    }

    /** Its asker may have lost the space since. */
    private Optional<Seen> seen(Searched searched, UUID revision) {
        try {
            return keeping.kept(new RevisionId(revision), searched.asked().asker());
        } catch (NotFound lostMeanwhile) {
            return Optional.empty();
        }
    }

    private int window(Searched searched) {
        return tasks.of(searched) instanceof TaskModel.Ready model
                ? model.options().contextTokens()
                : WITHOUT_A_MODEL;
    }

    private static void tell(RunningAnswer answer, String what, Seen seen, int rows, int masked) {
        var lookup =
                new Lookup(
                        what,
                        what.equals(Lookup.PASTED) ? "Pasted text" : "Checked by rules",
                        seen.document().title(),
                        Lookup.State.FOUND,
                        seen.document().id().value(),
                        seen.revision().id().value(),
                        rows,
                        masked,
                        "",
                        seen.document().space().value());
        answer.publish(Answers.lookedUp(answer.snapshot(), lookup));
    }
}
