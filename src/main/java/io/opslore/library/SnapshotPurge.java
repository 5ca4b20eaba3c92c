package io.opslore.library;

import io.opslore.schedules.Cadence;
import io.opslore.schedules.JobResult;
import io.opslore.schedules.ScheduledJob;
import org.springframework.stereotype.Component;

/** Lets go of what was looked up or pasted when nothing cites it any more. */
@Component
class SnapshotPurge implements ScheduledJob {

    private final SnapshotExpiry expiry;
    private final BlobCleaning blobs;
    private final LibrarySettings settings;

    SnapshotPurge(SnapshotExpiry expiry, BlobCleaning blobs, LibrarySettings settings) {
        this.expiry = expiry;
        this.blobs = blobs;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "snapshots";
    }

    @Override
    public Cadence cadence() {
        return new Cadence.Every(settings.purgeEvery());
    }

    @Override
    public JobResult run() {
        int gone = expiry.expire();
        blobs.clean();
        return JobResult.of("snapshots", gone);
    }

    /** What it removes was to go anyway, but not this minute. */
    @Override
    public boolean isCostly() {
        return true;
    }
}
