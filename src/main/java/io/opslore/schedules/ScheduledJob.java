package io.opslore.schedules;

/**
 * Work that comes again by itself. Each bean of this kind stands on the page of schedules, runs
 * once at a time over all portals of the database, and may be begun by hand there.
 *
 * <p>A portal may be killed within a run; another one then begins it anew, so a run must bear being
 * repeated. At the portal's stop its thread is interrupted.
 */
public interface ScheduledJob {

    /**
     * Lower-case words with hyphens, for ever the same. {@code schedules.job.<name>} is its text
     * for people, and {@code schedules.job.<name>.about} says in a sentence what it does.
     */
    String name();

    /** When it comes. Read once, at the portal's start. */
    Cadence cadence();

    /**
     * Does it once.
     *
     * @throws JobFailed where something is wrong that can be said in the reader's language
     * @throws Exception where it could not be done; the message, masked, is what people read
     */
    JobResult run() throws Exception;

    /**
     * Whether whoever begins it by hand is asked first, since it takes long or cannot be undone.
     */
    default boolean isCostly() {
        return false;
    }
}
