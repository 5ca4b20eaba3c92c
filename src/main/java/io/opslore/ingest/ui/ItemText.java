package io.opslore.ingest.ui;

import io.opslore.ingest.BatchItem;
import io.opslore.ingest.IngestState;

/** Says why a file of a batch failed or was ignored. */
final class ItemText {

    private ItemText() {}

    /** What a person can do something with; empty for a file that is in. */
    static String reason(BatchItem item) {
        if (item.reason() != null) {
            return BatchText.reason(item.reason());
        }
        return item.state() instanceof IngestState.Failed failed ? StateText.reason(failed) : "";
    }

    /** What exactly was wrong; may be empty. */
    static String detail(BatchItem item) {
        return item.state() instanceof IngestState.Failed failed ? failed.detail() : item.detail();
    }
}
