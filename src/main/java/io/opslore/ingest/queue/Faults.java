package io.opslore.ingest.queue;

import io.opslore.ingest.IngestSettings;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.IngestState.Reason;
import io.opslore.ingest.extract.ExtractionFailed;
import io.opslore.library.NotFound;
import io.opslore.library.RevisionId;
import io.opslore.retrieval.IndexAway;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells passing faults from lasting ones. What the file itself is to blame for lasts; all else is
 * tried again with growing pauses, until it has been tried often enough.
 */
final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    /** An index that is away is asked again in the rhythm of the fourth attempt. */
    private static final int PATIENCE = 4;

    static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final IngestStates states;
    private final IngestSettings.Queue settings;
    private final Consumer<RevisionId> afterFailure;

    Faults(IngestStates states, IngestSettings.Queue settings, Consumer<RevisionId> afterFailure) {
        this.states = states;
        this.settings = settings;
        this.afterFailure = afterFailure;
    }

    /** Ends what brought the portal down, again and again, before a fault could be judged. */
    void countAttempt(RevisionId revision) {
        int attempts = states.countAttempt(revision);
        if (attempts > settings.attempts()) {
            throw new BroughtPortalDown(attempts - 1);
        }
    }

    Verdict judge(RevisionId revision, Throwable fault, boolean interrupted) {
        return switch (fault) {
            case ExtractionFailed failure ->
                    quarantine(revision, failure.reason(), failure.detail());
            case BroughtPortalDown down ->
                    quarantine(revision, Reason.INTERNAL, String.valueOf(down.getMessage()));
            case NotFound gone ->
                    new Verdict.Never(() -> LOG.debug("Revision {} is gone", revision));
            case OutOfMemoryError error ->
                    quarantine(revision, Reason.OUT_OF_MEMORY, "in the portal");
            case StackOverflowError error ->
                    quarantine(revision, Reason.BROKEN, "too deeply nested");
            case Throwable stopped when interrupted || stopped instanceof InterruptedException -> {
                states.uncount(revision);
                yield new Verdict.Again(Duration.ZERO);
            }
            case IndexAway away -> await(revision, away);
            default -> tryAgain(revision, fault);
        };
    }

    /** The file is not to blame, however long it lasts: the attempt does not count. */
    private Verdict await(RevisionId revision, IndexAway away) {
        LOG.debug("Revision {} waits: {}", revision.value(), away.getMessage());
        states.uncount(revision);
        states.set(revision, new IngestState.Queued());
        return new Verdict.Again(pause(PATIENCE));
    }

    private Verdict tryAgain(RevisionId revision, Throwable fault) {
        if (states.state(revision).isEmpty()) {
            // Purged while it was worked on: without a state its attempts would never add up.
            return new Verdict.Never(() -> LOG.debug("Revision {} is gone", revision));
        }
        int attempts = states.attempts(revision);
        if (attempts >= settings.attempts()) {
            LOG.error("Revision {} failed {} times", revision.value(), attempts, fault);
            return quarantine(revision, Reason.INTERNAL, describe(fault));
        }
        Duration pause = pause(attempts);
        LOG.warn(
                "Revision {} will be tried again in {}: {}",
                revision.value(),
                pause,
                describe(fault));
        states.set(revision, new IngestState.Queued());
        return new Verdict.Again(pause);
    }

    private Duration pause(int attempts) {
        Duration pause = settings.firstRetry().multipliedBy(1L << Math.clamp(attempts - 1, 0, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private Verdict quarantine(RevisionId revision, Reason reason, String detail) {
        return new Verdict.Never(() -> {
            states.set(revision, new IngestState.Failed(reason, detail));
            afterFailure.accept(revision);
        });
    }

    private static String describe(Throwable fault) {
        String message = fault.getMessage();
        String name = fault.getClass().getSimpleName();
        return message == null ? name : name + ": " + message.lines().findFirst().orElse("");
    }

    /** What becomes of a failed step. */
    sealed interface Verdict {

        record Again(Duration pause) implements Verdict {}

        /**
         * @param record to be run once the step is off the queue
         */
        record Never(Runnable record) implements Verdict {}
    }

    private static final class BroughtPortalDown extends RuntimeException {

        private BroughtPortalDown(int attempts) {
            super("The portal stopped %d times while working on it".formatted(attempts));
        }
    }
}
