package io.opslore.ingest.archive;

import io.opslore.ingest.BatchItem.Reason;

/** How the reading of an archive ended; what came before it stays. */
public sealed interface Ending {

    /** Every entry was looked at. */
    record Whole() implements Ending {}

    /** Whoever took the entries wanted no more. */
    record Stopped() implements Ending {}

    /** The rest cannot be read, or will not be. */
    record BrokenOff(Reason reason, String detail) implements Ending {}
}
