package io.opslore.library;

import io.opslore.schedules.Cadence;
import io.opslore.schedules.JobResult;
import io.opslore.schedules.ScheduledJob;
import org.springframework.stereotype.Component;

/** Empties the bin in time. */
@Component
class BinPurge implements ScheduledJob {

    private final Bin bin;
    private final LibrarySettings settings;

    BinPurge(Bin bin, LibrarySettings settings) {
        this.bin = bin;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "purge";
    }

    @Override
    public Cadence cadence() {
        return new Cadence.Every(settings.purgeEvery());
    }

    @Override
    public JobResult run() {
        return JobResult.of("purge", bin.purgeExpired());
    }

    /** What it purges was to go anyway, but not this minute. */
    @Override
    public boolean isCostly() {
        return true;
    }
}
