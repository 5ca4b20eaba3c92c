package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * One way in which the search side does not hold what it should.
 *
 * @param generation the number of the index generation
 * @param revision null where it is about the whole generation
 * @param detail for a person who knows the portal, in English
 */
public record IndexDifference(
        Kind kind, int generation, @Nullable RevisionId revision, String detail) {

    /** What is wrong. */
    public enum Kind {
        /** A revision answers, but has no chunks in the generation that is searched. */
        NOT_CHUNKED,
        /** It has chunks, but not all of its windows have vectors. */
        NOT_EMBEDDED,
        /** It was replaced long ago, and its chunks are still there. */
        NOT_FORGOTTEN,
        /** Chunks of a generation that was dropped. */
        OF_DROPPED_GENERATION,
        /** The index holds more or less of a revision than PostgreSQL says. */
        INDEX_DIFFERS,
        /** The index holds a revision that does not belong into it. */
        UNKNOWN_IN_INDEX,
        /** The index cannot be read. */
        INDEX_UNREADABLE
    }
}
