package io.opslore.assistant;

import io.opslore.library.Document;
import io.opslore.library.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a cited source since it was cited.
 *
 * @param document as it is now; null where it was removed or may not be opened
 * @param successor what holds in its place, where that is known and may be opened
 * @param readsTheSame whether the quote still stands in what answers now
 */
public record CitedSource(
        Standing standing,
        @Nullable Document document,
        @Nullable Document successor,
        boolean readsTheSame) {

    /** Whether it was removed, or may not be opened. */
    public boolean isGone() {
        return document == null;
    }

    /** Whether the reader may not open it, and so may not read the quote either. */
    public boolean isHidden() {
        return standing instanceof Standing.Hidden;
    }

    /** Whether what was cited reads differently by now. */
    public boolean hasChanged() {
        return standing instanceof Standing.Changed && !readsTheSame;
    }
}
