package io.opslore.models;

import java.time.Instant;

/**
 * A fetch of a model, as it stands.
 *
 * @param said what the server said last: the step it is at, or why it failed
 * @param total bytes of the parts known so far; 0 before any is known
 * @param completed bytes of these that are there
 */
public record Pull(
        String model, State state, String said, long total, long completed, Instant since) {

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    Pull at(State now, String words) {
        return new Pull(model, now, words, total, completed, since);
    }
}
