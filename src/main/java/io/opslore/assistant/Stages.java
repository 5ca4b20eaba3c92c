package io.opslore.assistant;

import io.opslore.assistant.Answer.Outcome;
import org.springframework.stereotype.Component;

/** The way of a question, stage by stage; each takes the record of the one before. */
@Component
class Stages {

    private final ChangeReport changes;
    private final Condensing condensing;
    private final PassageSearch search;
    private final SupportDecision support;
    private final Composing composing;
    private final Quoting quoting;

    Stages(
            ChangeReport changes,
            Condensing condensing,
            PassageSearch search,
            SupportDecision support,
            Composing composing,
            Quoting quoting) {
        this.changes = changes;
        this.condensing = condensing;
        this.search = search;
        this.support = support;
        this.composing = composing;
        this.quoting = quoting;
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
        return switch (support.decide(searched)) {
            case Support.Missing missing -> Ending.noSupport(Means.of(searched.passages()));
            case Support.Held held ->
                    composing.compose(searched, answer).orElseGet(() -> quoting.quote(held));
        };
    }
}
