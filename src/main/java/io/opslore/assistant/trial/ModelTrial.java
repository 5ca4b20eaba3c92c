package io.opslore.assistant.trial;

import io.opslore.models.ModelTask;
import java.time.Instant;

/**
 * A trial of a model, as it stands.
 *
 * @param present the model that answered when it began
 * @param candidate the model that is tried
 * @param questions how many each of them is asked
 * @param failure why it failed; empty otherwise
 * @param mine whether it was started by whoever looks, and its answers are theirs to read
 * @param before what the present model made of the questions so far
 * @param after what the candidate made of them so far
 */
public record ModelTrial(
        TrialId id,
        ModelTask task,
        String present,
        String candidate,
        int questions,
        State state,
        String failure,
        String startedBy,
        boolean mine,
        Instant started,
        TrialFigures before,
        TrialFigures after,
        Switched switched) {

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        STOPPED,
        FAILED,
        /** Its portal ended in the middle. */
        BROKEN_OFF
    }

    /** Whether the candidate has taken over because of it. */
    public enum Switched {
        NO,
        YES,
        ROLLED_BACK
    }

    /** How many questions of both models are through. */
    public int through() {
        return before.answers() + after.answers();
    }
}
