package io.opslore.library;

/** What has become of a revision that something was read from earlier, for one asker. */
public sealed interface Standing {

    /** What it says still holds: it answers now, or the revision that does has the same bytes. */
    record Current() implements Standing {}

    /** Another revision answers now. */
    record Changed(RevisionId current) implements Standing {}

    /** Its document is in the bin, or gone for good. */
    record Removed() implements Standing {}

    /** The asker may not read its document. */
    record Hidden() implements Standing {}
}
