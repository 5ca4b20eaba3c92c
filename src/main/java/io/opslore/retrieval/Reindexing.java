package io.opslore.retrieval;

import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.retrieval.engine.GenerationId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Index generations as an admin sees and steers them; {@link NotAllowed} for everyone else. Every
 * change returns at once and says false if it came too late: somebody, or the building itself, was
 * first. Thread-safe.
 */
@Service
@NeedsPermission(Permission.INDEX_MANAGE)
public class Reindexing {

    private final Steering steering;
    private final GenerationCounts counts;
    private final Generations generations;
    private final Building building;
    private final GenerationBoard board;

    Reindexing(
            Steering steering,
            GenerationCounts counts,
            Generations generations,
            Building building,
            GenerationBoard board) {
        this.steering = steering;
        this.counts = counts;
        this.generations = generations;
        this.building = building;
        this.board = board;
    }

    /** For admins: all there are and were, the newest first. */
    public List<GenerationStatus> generations(Asker asker) {
        return counts.all(generations, building.problem().orElse(null));
    }

    /** For admins: why no search can be answered at this moment; empty if one can. */
    public Optional<String> away(Asker asker) {
        return generations.away();
    }

    /** For admins: what the settings ask for. */
    public Recipe wanted(Asker asker) {
        return generations.wanted();
    }

    /** For admins: builds what the settings ask for from nothing, beside what answers. */
    public boolean rebuild(Asker asker) {
        return told(steering.rebuild(asker));
    }

    /** For admins. */
    public boolean pause(GenerationId id, Asker asker) {
        return told(steering.setPaused(id, true, asker));
    }

    /** For admins. */
    public boolean goOn(GenerationId id, Asker asker) {
        return told(steering.setPaused(id, false, asker));
    }

    /** For admins: ends the building; what was built for the first time is deleted. */
    public boolean cancel(GenerationId id, Asker asker) {
        return told(steering.cancel(id, asker));
    }

    /** For admins: brings a replaced one up to date and lets it answer again. */
    public boolean revert(GenerationId id, Asker asker) {
        return told(steering.revert(id, asker));
    }

    /** For admins: deletes a replaced one for good. */
    public boolean drop(GenerationId id, Asker asker) {
        return told(steering.drop(id, asker));
    }

    /**
     * For admins: calls the listener on some background thread after every change, until the result
     * is run.
     */
    public Runnable subscribe(Asker asker, Runnable listener) {
        return board.subscribe(listener);
    }

    private boolean told(boolean changed) {
        building.wake();
        board.announce();
        return changed;
    }
}
