package io.opslore.guard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not begun.
 *
 * @param limit that would be exceeded
 * @param used of it by now; for an upload, what was read of it
 * @param freesAt when at least one more goes; null where that is not a matter of time
 */
public record Refusal(Limit limit, long used, long allowed, @Nullable Instant freesAt) {

    /** For those who read no screen: programs, and the record of an upload. */
    public String text() {
        String free = freesAt == null ? "" : "; frees at " + freesAt;
        return "The limit %s is reached: %d of %d%s".formatted(limit.key(), used, allowed, free);
    }
}
