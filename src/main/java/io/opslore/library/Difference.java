package io.opslore.library;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something in one store that does not fit what another one holds.
 *
 * @param subject what it is about, for people: a document with its revision, a file, a table's row
 * @param detail more about it, or empty
 * @param repair puts it right, and may be run again; null where nothing is left to derive it from
 */
public record Difference(Kind kind, String subject, String detail, @Nullable Runnable repair) {

    /** What can be wrong; each has a text that tells a person what it means. */
    public enum Kind {
        /** The original bytes of a revision are not in the blob store. */
        ORIGINAL_MISSING,
        /** The original bytes of a revision are other ones than were stored. */
        ORIGINAL_DAMAGED,
        /** A blob that no revision needs. */
        ORIGINAL_UNUSED,
        /** A document answers with a revision that has no text. */
        TEXT_MISSING,
        /** A document names a revision that is none of its own. */
        REVISION_FOREIGN,
        /** A revision waits for work that nobody will do. */
        WORK_LOST,
        /** A revision that answers has no chunks. */
        CHUNKS_MISSING,
        /** Chunks of a revision that neither answers nor will. */
        CHUNKS_UNUSED,
        /** Windows that were to be embedded have no vector. */
        VECTORS_MISSING,
        /** The index lacks what PostgreSQL holds of a revision. */
        INDEX_MISSING,
        /** The index holds what PostgreSQL does not know. */
        INDEX_UNKNOWN,
        /** The index cannot be read. */
        INDEX_DAMAGED,
        /** The search engine does not answer, so nothing is known of the index. */
        INDEX_AWAY,
        /** The cited lines read differently from the quote. */
        CITATION_CHANGED;

        /** For terminals and logs. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** One that {@code repair} puts right. */
    public static Difference repairable(Kind kind, String subject, String detail, Runnable repair) {
        return new Difference(kind, subject, detail, repair);
    }

    /** One that only a backup or a new upload can put right. */
    public static Difference lasting(Kind kind, String subject, String detail) {
        return new Difference(kind, subject, detail, null);
    }

    /** The same, for those who may not know what the documents are called. */
    public Difference withoutNames() {
        return new Difference(kind, "…", "", repair);
    }

    /** Whether the portal can put it right by itself. */
    public boolean isRepairable() {
        return repair != null;
    }

    /** Whether the other one says the same. */
    public boolean isSameAs(Difference other) {
        return kind == other.kind && subject.equals(other.subject);
    }
}
