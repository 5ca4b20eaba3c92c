package io.opslore.assistant;

import io.opslore.assistant.Answer.Outcome;
import org.springframework.stereotype.Component;

/** The way of a question, stage by stage; each takes the record of the one before. */
@Component
class Stages {

    private final ChangeReport changes;
    private final Condensing condensing;
    private final PassageSearch search;
    private final PastedReading pasted;
    private final Looking looking;
    private final Wording wording;

    Stages(
            ChangeReport changes,
            Condensing condensing,
            PassageSearch search,
            PastedReading pasted,
            Looking looking,
            Wording wording) {
        this.changes = changes;
        this.condensing = condensing;
        this.search = search;
        this.pasted = pasted;
        this.looking = looking;
        this.wording = wording;
    }

    Ending run(Asked asked, RunningAnswer answer) {
        return changes.report(asked).orElseGet(() -> fromPassages(asked, answer));
    }

    private Ending fromPassages(Asked asked, RunningAnswer answer) {
        Condensed condensed = condensing.condense(asked);
        Searched searched = search.search(condensed);
        if (searched.meaningAway()) {
            Remark why = Remark.of(Remark.Kind.MEANING_AWAY);
            answer.publish(Answers.remarked(answer.snapshot(), why));
        }
        if (answer.isStopped()) {
            return Ending.without(Outcome.STOPPED, Means.of(searched.passages()));
        }
        Looked looked = looking.look(pasted.read(searched, answer), answer);
        return worded(looked.searched(), answer).after(looked.spent());
    }

    private Ending worded(Searched searched, RunningAnswer answer) {
        return answer.isStopped()
                ? Ending.without(Outcome.STOPPED, Means.of(searched.passages()))
                : wording.word(searched, answer);
    }
}
