package io.opslore.retrieval;

import io.opslore.schedules.Cadence;
import io.opslore.schedules.JobFailed;
import io.opslore.schedules.JobResult;
import io.opslore.schedules.ScheduledJob;
import org.springframework.stereotype.Component;

/** Builds the index anew from PostgreSQL, beside the one that answers. */
@Component
class RebuildJob implements ScheduledJob {

    private final GenerationLife life;
    private final Building building;
    private final GenerationBoard board;
    private final RebuildSettings settings;

    RebuildJob(
            GenerationLife life,
            Building building,
            GenerationBoard board,
            RebuildSettings settings) {
        this.life = life;
        this.building = building;
        this.board = board;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "reindex";
    }

    @Override
    public Cadence cadence() {
        return Cadence.of(settings.schedule());
    }

    /** Begins it; {@code Admin → Index} shows how far it has come, also to other portals. */
    @Override
    public JobResult run() throws JobFailed {
        boolean begun = life.rebuild("OpsLore");
        building.wake();
        board.announce();
        if (!begun) {
            throw new JobFailed(JobResult.of("reindex.busy"));
        }
        return JobResult.of("reindex");
    }

    @Override
    public boolean isCostly() {
        return true;
    }
}
