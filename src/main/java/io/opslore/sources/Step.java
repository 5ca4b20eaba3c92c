package io.opslore.sources;

import org.jspecify.annotations.Nullable;

/** What is to be done about one file. */
sealed interface Step {

    /**
     * Its bytes come in.
     *
     * @param before what it was, at this path; null for a new one
     * @param place where its document is or will be
     */
    record Take(@Nullable KnownFile before, Snapshot.File file, String place) implements Step {}

    /** Its document is called otherwise, and its bytes come in if they are other ones. */
    record Move(KnownFile before, Snapshot.File file, String place) implements Step {}

    /** It is gone, and its document goes to the bin. */
    record Remove(KnownFile before) implements Step {}

    /**
     * It is not taken.
     *
     * @param before what it was; its document goes to the bin
     */
    record Pass(@Nullable KnownFile before, Snapshot.File file, PassedOver reason)
            implements Step {}

    /** It was passed over, and is gone. */
    record Forget(KnownFile before) implements Step {}
}
