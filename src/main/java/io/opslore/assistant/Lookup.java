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
 * @param space whose readers may know of it; null where that is not known
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
        String failure,
        @Nullable UUID space) {

    /** The tool of what nobody had to look for: the asker has pasted it. */
    public static final String PASTED = "pasted_text";

    /** The tool of what the portal's own rules say of that. */
    public static final String PASTED_FINDINGS = "pasted_findings";

    static Lookup running(String tool, String title, String arguments, @Nullable UUID space) {
        return new Lookup(tool, title, arguments, State.RUNNING, null, null, 0, 0, "", space);
    }

    Lookup failed(String why) {
        return new Lookup(tool, title, arguments, State.FAILED, null, null, 0, 0, why, space);
    }

    /** That it was, and nothing of what was asked and why it failed. */
    Lookup untold() {
        return new Lookup(tool, title, "", state, document, revision, rows, masked, "", space);
    }

    /** How far it is. */
    public enum State {
        RUNNING,
        FOUND,
        FAILED
    }
}
