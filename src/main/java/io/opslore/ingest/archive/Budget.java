package io.opslore.ingest.archive;

import io.opslore.ingest.BatchItem.Reason;
import io.opslore.ingest.IngestSettings;

/** What one archive may still cost: entries, and bytes after expansion. */
final class Budget {

    private final IngestSettings.Archive limits;
    private int entries;
    private long expanded;

    Budget(IngestSettings.Archive limits) {
        this.limits = limits;
    }

    /** Counts one more entry, whatever it is. */
    void enter() throws EntryFault {
        if (++entries > limits.maxEntries()) {
            throw new EntryFault(
                    Reason.TOO_MANY_ENTRIES, "more than " + limits.maxEntries() + " entries");
        }
    }

    void spend(long bytes) throws EntryFault {
        expanded += bytes;
        if (isExhausted()) {
            throw new EntryFault(
                    Reason.EXPANDS_TOO_MUCH,
                    "more than " + limits.maxExpanded().toMegabytes() + " MB in all");
        }
    }

    /** No further entry can be read. */
    boolean isExhausted() {
        return expanded > limits.maxExpanded().toBytes();
    }

    int maxRatio() {
        return limits.maxRatio();
    }
}
