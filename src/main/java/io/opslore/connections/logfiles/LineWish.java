package io.opslore.connections.logfiles;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which lines somebody wants.
 *
 * @param contains only lines with this text, in any case; empty for all
 * @param start none before, where a time can be read; null for all
 * @param end none from then on; null for all
 * @param limit how many at most, the last ones
 */
public record LineWish(String contains, @Nullable Instant start, @Nullable Instant end, int limit) {

    boolean fits(@Nullable Instant at, String text) {
        boolean isInTime =
                at == null
                        || (start == null || !at.isBefore(start))
                                && (end == null || at.isBefore(end));
        return isInTime
                && (contains.isEmpty()
                        || text.toLowerCase(Locale.ROOT)
                                .contains(contains.toLowerCase(Locale.ROOT)));
    }
}
