package io.opslore.assistant;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.models.ModelFailure;
import org.jspecify.annotations.Nullable;

/** How an answer ended. */
record Ending(
        Outcome outcome,
        Cited cited,
        Means means,
        @Nullable String model,
        Spent spent,
        ModelFailure.@Nullable Reason failure) {

    /** The sources do not hold the answer; no model was asked. */
    static Ending noSupport(Means means) {
        return new Ending(Outcome.NO_SUPPORT, Cited.NOTHING, means, null, Spent.NOTHING, null);
    }

    /** Quoted by the portal itself. */
    static Ending quoted(Cited cited, Means means) {
        return cited.citations().isEmpty()
                ? noSupport(means)
                : new Ending(Outcome.PASSAGES, cited, means, null, Spent.NOTHING, null);
    }

    /** Ended before a model was asked, with nothing to keep. */
    static Ending without(Outcome outcome, Means means) {
        return new Ending(outcome, Cited.NOTHING, means, null, Spent.NOTHING, null);
    }

    /** A model was asked, and not one word of its came. */
    boolean isMute() {
        return outcome == Outcome.FAILED && !cited.keptBack();
    }

    /** What this shows, if anything, for what a model was asked in vain. */
    Ending insteadOf(Ending mute) {
        return outcome == Outcome.PASSAGES
                ? new Ending(outcome, cited, mute.means, mute.model, mute.spent, mute.failure)
                : mute;
    }

    /** With what was spent before it. */
    Ending after(Spent before) {
        return new Ending(outcome, cited, means, model, before.plus(spent), failure);
    }

    /** Nobody works on it any more; keeps what came. */
    static Ending abandoned(Cited cited, @Nullable String model) {
        return new Ending(Outcome.CUT_OFF, cited, Means.NONE, model, Spent.NOTHING, null);
    }
}
