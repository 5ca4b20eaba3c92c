package io.opslore.backup;

import io.opslore.audit.Actor;
import io.opslore.backup.place.Place;
import io.opslore.schedules.Cadence;
import io.opslore.schedules.JobResult;
import io.opslore.schedules.ScheduledJob;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Verifies the newest backup by the clock: one that cannot be restored is none. */
@Component
class BackupVerifyJob implements ScheduledJob {

    private final BackupWork work;
    private final BackupPlaces places;
    private final BackupSettings settings;

    BackupVerifyJob(BackupWork work, BackupPlaces places, BackupSettings settings) {
        this.work = work;
        this.places = places;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "backup-verify";
    }

    @Override
    public Cadence cadence() {
        return settings.target().isEmpty() ? Cadence.NEVER : Cadence.of(settings.verify());
    }

    @Override
    public JobResult run() throws IOException {
        if (settings.target().isEmpty()) {
            throw new BackupFailed("No target is set: opslore.backup.target");
        }
        Optional<String> newest;
        try (Place place = places.place(settings.target())) {
            newest =
                    place.list().stream()
                            .max(Comparator.comparing(Place.Stored::at))
                            .map(stored -> place.describe(stored.name()));
        }
        Verdict verdict =
                work.verify(
                        newest.orElseThrow(() -> new BackupFailed("There is no backup yet")),
                        null,
                        Progress.NONE,
                        Actor.PORTAL);
        if (!verdict.isGood()) {
            throw new BackupFailed(verdict.fault());
        }
        return JobResult.of("backup-verify", verdict.where(), verdict.rows(), verdict.originals());
    }

    /** It reads everything, and works with a database of its own. */
    @Override
    public boolean isCostly() {
        return true;
    }
}
