package io.opslore.ingest;

/** Where a revision stands on its way to being searchable. */
public sealed interface IngestState {

    /** Waits for its turn. */
    record Queued() implements IngestState {}

    /** Its text is being read. */
    record Extracting() implements IngestState {}

    /** Findable by its words; {@code done} of {@code total} windows embedded. */
    record Indexing(int done, int total) implements IngestState {}

    /** Findable by words and meaning. */
    record Ready() implements IngestState {}

    /** Will not be tried again by itself. */
    record Failed(Reason reason, String detail) implements IngestState {}

    /** Why a revision failed for good; each has a text that tells a person what to do. */
    enum Reason {
        UNSUPPORTED_TYPE,
        EMPTY,
        TOO_LARGE,
        ENCRYPTED,
        BROKEN,
        TIMED_OUT,
        OUT_OF_MEMORY,
        INTERNAL
    }
}
