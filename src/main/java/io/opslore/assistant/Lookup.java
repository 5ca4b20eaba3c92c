package io.opslore.assistant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was looked up in a live system while an answer was made.
 *
 * @param tool its name
 * @param title what it does, for people
 * @param arguments in one line, without secrets
 * @param document where what was found is kept; null where nothing is
 * @param revision the same
 * @param rows how many were found
 * @param masked how many secrets were taken out
 * @param failure why nothing was found, for people; else empty
 */
public record Lookup(
        String tool,
        String title,
        String arguments,
        State state,
        @Nullable UUID document,
        @Nullable UUID revision,
        int rows,
        int masked,
        String failure) {

    static Lookup running(String tool, String title, String arguments) {
        return new Lookup(tool, title, arguments, State.RUNNING, null, null, 0, 0, "");
    }

    Lookup failed(String why) {
        return new Lookup(tool, title, arguments, State.FAILED, null, null, 0, 0, why);
    }

    /** How far it is. */
    public enum State {
        RUNNING,
        FOUND,
        FAILED
    }
}
