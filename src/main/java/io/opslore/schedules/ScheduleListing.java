package io.opslore.schedules;

import io.opslore.identity.Asker;
import java.util.List;

/**
 * Work of another room's that comes again by itself under that room's own care, such as the syncs
 * of sources: each bean of this kind has its rows on the page of schedules.
 */
public interface ScheduleListing {

    /** Begins the names of all that it lists, and ends in a colon. */
    String prefix();

    /** Those that the asker may see; empty for who may see none. */
    List<JobStanding> listed(Asker asker);

    /**
     * Begins one now.
     *
     * @param name as {@link #listed} has it
     * @return false where it runs already, or the asker may not
     */
    boolean runNow(String name, Asker asker);
}
