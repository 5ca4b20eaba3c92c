package io.opslore.schedules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a job stands.
 *
 * @param title what people call it; empty for one that has a text by its name
 * @param costly whether whoever begins it by hand is asked first
 * @param last its latest run, which may be going on; null where there was none
 * @param next when it comes by itself; null where it does not
 */
public record JobStanding(
        String name,
        String title,
        Cadence cadence,
        boolean costly,
        @Nullable JobRun last,
        @Nullable Instant next) {

    /** Whether it is being done, here or at another portal. */
    public boolean isRunning() {
        return last != null && last.outcome() == JobRun.Outcome.RUNNING;
    }

    /**
     * Whether its runs are kept by the room that it belongs to, and only the last is known here.
     */
    public boolean isListed() {
        return !title.isEmpty();
    }
}
