package io.opslore.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place at which the log is not as it was written.
 *
 * @param sequence the row, or the first of the missing ones
 * @param last the last of the missing ones; otherwise the row itself
 * @param at what the row says of its time; null where there is none
 * @param action what the row says was done; empty where there is none
 * @param wasNumber of a moved row, the number under which it was written; otherwise the row's own
 */
public record ChainFault(
        Kind kind, long sequence, long last, @Nullable Instant at, String action, long wasNumber) {

    /** What is wrong. */
    public enum Kind {
        /** It does not say what it said when it was written. */
        CHANGED("changed after it was written"),
        /** It stands under another number than the one it was written under. */
        MOVED("moved"),
        /** It was written anew, hash and all; the row behind it was written after another. */
        REPLACED("replaced: what follows was written after another row"),
        /** Rows that were written are not there. */
        MISSING("missing"),
        /** The portal did not write it: the log ended before it. */
        ADDED("added, and not by the portal"),
        /** The beginning was moved, and no retention says so. */
        CUT("the log's beginning was moved, and not by retention");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In words, for logs and terminals. */
        public String words() {
            return words;
        }
    }

    static ChainFault of(Kind kind, Link link) {
        return moved(kind, link, link.sequence());
    }

    static ChainFault moved(Kind kind, Link link, long wasNumber) {
        return new ChainFault(
                kind, link.sequence(), link.sequence(), link.at(), link.action(), wasNumber);
    }

    static ChainFault missing(long first, long last) {
        return new ChainFault(Kind.MISSING, first, last, null, "", first);
    }

    static ChainFault cut(long anchor) {
        return new ChainFault(Kind.CUT, anchor, anchor, null, "", anchor);
    }
}
