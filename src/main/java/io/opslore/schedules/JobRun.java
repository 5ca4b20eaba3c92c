package io.opslore.schedules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job.
 *
 * @param ended null while it goes on
 * @param portal the machine of the portal that ran it
 * @param begunBy who began it by hand; null for the schedule
 * @param result what it has done, or found to be wrong; null where it says nothing
 * @param failure what else was wrong; empty where nothing was
 */
public record JobRun(
        String job,
        Instant began,
        @Nullable Instant ended,
        String portal,
        @Nullable String begunBy,
        Outcome outcome,
        @Nullable JobResult result,
        String failure) {

    /** How it stands. */
    public enum Outcome {
        RUNNING,
        DONE,
        FAILED,
        /** The portal was stopped or killed, or lost the database, while it ran. */
        BROKEN_OFF
    }
}
