package io.opslore.schedules;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.schedules.JobRun.Outcome;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs a job once and keeps what became of it. Thread-safe. */
@Component
class JobRunner {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final int LONGEST = 1000;

    private final JobRunRows rows;
    private final Masking masking;
    private final ScheduleSettings settings;

    JobRunner(JobRunRows rows, Masking masking, ScheduleSettings settings) {
        this.rows = rows;
        this.masking = masking;
        this.settings = settings;
    }

    /**
     * @return false where it did not come to an end because the portal stops
     */
    boolean run(ScheduledJob job) {
        UUID run = rows.begin(job.name(), rows.takeWish(job.name()).orElse(null));
        try {
            JobResult result = job.run();
            rows.end(run, Outcome.DONE, result, "");
            return true;
        } catch (Exception | Error fault) {
            // Set at the portal's stop; the database cannot be used while it is.
            boolean stopped = Thread.interrupted() || fault instanceof InterruptedException;
            keep(job, run, fault, stopped);
            return !stopped;
        } finally {
            rows.forgetAllBut(job.name(), settings.keepRuns());
        }
    }

    private void keep(ScheduledJob job, UUID run, Throwable fault, boolean stopped) {
        if (stopped) {
            rows.end(run, Outcome.BROKEN_OFF, null, "");
        } else if (fault instanceof JobFailed failed) {
            log.warn("The job {} failed: {}", job.name(), failed.getMessage());
            rows.end(run, Outcome.FAILED, failed.result(), "");
        } else {
            String message = message(fault);
            log.warn("The job {} failed: {}", job.name(), message);
            log.debug("The job {} failed", job.name(), fault);
            rows.end(run, Outcome.FAILED, null, message);
        }
    }

    /** What of a fault may be shown: masked, and no longer than a person reads. */
    private String message(Throwable fault) {
        String message = fault.getMessage();
        String told =
                message == null || message.isBlank() ? fault.getClass().getSimpleName() : message;
        String masked = masking.mask(told, MaskScope.PORTAL).text().strip();
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST) + "…";
    }
}
