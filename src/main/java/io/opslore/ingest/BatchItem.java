package io.opslore.ingest;

import io.opslore.guard.Limit;
import io.opslore.guard.LimitReached;
import io.opslore.library.DocumentId;
import io.opslore.library.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file of a batch.
 *
 * @param path as it was sent, or as far as it can be shown
 * @param outcome {@link Outcome#FAILED} also where it was stored and could not be read later
 * @param reason why it was not stored; null where it was
 * @param detail what exactly, for those who know the machinery; may be empty
 * @param document null where nothing was stored
 * @param revision that holds its bytes; null where nothing was stored
 * @param state where that revision stands now
 */
public record BatchItem(
        String path,
        Outcome outcome,
        @Nullable Reason reason,
        String detail,
        @Nullable DocumentId document,
        @Nullable RevisionId revision,
        @Nullable IngestState state) {

    /** What its sender knows of it anyway, and nothing of what it has become. */
    BatchItem asSent() {
        return new BatchItem(path, outcome, reason, "", null, null, null);
    }

    /** What became of a file. */
    public enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED,
        FAILED,
        IGNORED
    }

    /** Why a file was not stored; each has a text that tells a person what to do. */
    public enum Reason {
        RUBBISH(Outcome.IGNORED),
        LINK(Outcome.IGNORED),
        SPECIAL_FILE(Outcome.IGNORED),
        NESTED_ARCHIVE(Outcome.IGNORED),
        DUPLICATE(Outcome.IGNORED),
        UNSAFE_PATH(Outcome.FAILED),
        TOO_LARGE(Outcome.FAILED),
        /** Larger than what its sender may upload. */
        OVER_UPLOAD_LIMIT(Outcome.FAILED),
        /** More than what its sender may store. */
        STORAGE_FULL(Outcome.FAILED),
        EXPANDS_TOO_MUCH(Outcome.FAILED),
        TOO_MANY_ENTRIES(Outcome.FAILED),
        ENCRYPTED(Outcome.FAILED),
        BROKEN(Outcome.FAILED),
        /** It could not be read on the sender's side. */
        UNREADABLE(Outcome.FAILED),
        NOT_SENT(Outcome.FAILED),
        NOT_ALLOWED(Outcome.FAILED),
        NOT_STORED(Outcome.FAILED);

        private final Outcome outcome;

        Reason(Outcome outcome) {
            this.outcome = outcome;
        }

        /** The one for a limit of the sender. */
        public static Reason of(LimitReached refused) {
            return refused.refusal().limit() == Limit.UPLOAD_BYTES
                    ? OVER_UPLOAD_LIMIT
                    : STORAGE_FULL;
        }

        /** Whether such a file counts as failed or as ignored. */
        public Outcome outcome() {
            return outcome;
        }
    }
}
