package io.opslore.health;

/**
 * How a dependency was found.
 *
 * @param reason a sentence for whoever runs the portal; holds no secret and nothing of a document
 */
public record Condition(State state, String reason) {

    /** From well to not at all. */
    public enum State {
        /** All is well. */
        UP,
        /** It works less well than it should, or not for everything. */
        DEGRADED,
        /** It does not work. */
        DOWN,
        /** Nobody has looked yet. */
        UNKNOWN
    }

    public static Condition up(String reason) {
        return new Condition(State.UP, reason);
    }

    public static Condition degraded(String reason) {
        return new Condition(State.DEGRADED, reason);
    }

    public static Condition down(String reason) {
        return new Condition(State.DOWN, reason);
    }

    /** Whether anybody should do something about it. */
    public boolean isTrouble() {
        return state == State.DEGRADED || state == State.DOWN;
    }
}
