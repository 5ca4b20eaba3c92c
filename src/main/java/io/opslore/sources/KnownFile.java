package io.opslore.sources;

import io.opslore.library.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * A file that was dealt with.
 *
 * @param place where its document is, as was last brought about; empty where it was passed over
 * @param passed why it was passed over; null where it was taken
 * @param document null where it was passed over, or somebody purged it
 */
record KnownFile(
        String path,
        String blob,
        String place,
        @Nullable PassedOver passed,
        @Nullable DocumentId document) {

    boolean isTaken() {
        return passed == null;
    }
}
