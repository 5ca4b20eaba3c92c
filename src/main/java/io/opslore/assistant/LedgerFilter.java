package io.opslore.assistant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which answers are wanted; all conditions hold together, and one that is null or empty is none.
 *
 * @param from asked not before
 * @param until asked before
 * @param person a part of the asker's name at that time, in any case, or their id
 * @param document the id of a document that the answer was written from in any revision, or a part
 *     of its path
 */
public record LedgerFilter(
        @Nullable Instant from, @Nullable Instant until, String person, String document) {

    /** Everything. */
    public static final LedgerFilter ALL = new LedgerFilter(null, null, "", "");

    /** The same, for answers that used this document. */
    public LedgerFilter withDocument(String idOrPath) {
        return new LedgerFilter(from, until, person, idOrPath);
    }

    /** The same, for questions of this person. */
    public LedgerFilter withPerson(String idOrName) {
        return new LedgerFilter(from, until, idOrName, document);
    }
}
