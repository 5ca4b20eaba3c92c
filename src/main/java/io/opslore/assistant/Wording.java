package io.opslore.assistant;

import io.micrometer.observation.annotation.Observed;
import org.springframework.stereotype.Component;

/** The second half of the way: from what was found to an answer, in a model's words or quoted. */
@Component
class Wording {

    private final SupportDecision support;
    private final Composing composing;
    private final Quoting quoting;

    Wording(SupportDecision support, Composing composing, Quoting quoting) {
        this.support = support;
        this.composing = composing;
        this.quoting = quoting;
    }

    @Observed(
            name = "opslore.stage",
            contextualName = "answer",
            lowCardinalityKeyValues = {"stage", "answer"})
    Ending word(Searched searched, RunningAnswer answer) {
        return switch (support.decide(searched)) {
            case Support.Missing missing -> Ending.noSupport(Means.of(searched.passages()));
            case Support.Held held ->
                    composing
                            .compose(searched, answer)
                            .map(ending -> ending.isMute() ? instead(held, ending) : ending)
                            .orElseGet(() -> quoting.quote(held));
        };
    }

    /** Who waited for a model that said nothing gets what it was to answer from. */
    private Ending instead(Support.Held held, Ending mute) {
        return quoting.quote(held).insteadOf(mute);
    }
}
