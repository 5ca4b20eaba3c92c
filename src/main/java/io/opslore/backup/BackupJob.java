package io.opslore.backup;

import io.opslore.audit.Actor;
import io.opslore.schedules.Cadence;
import io.opslore.schedules.JobResult;
import io.opslore.schedules.ScheduledJob;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Makes a backup by the clock, and lets go of those that have had their time. */
@Component
class BackupJob implements ScheduledJob {

    private final BackupWork work;
    private final BackupSettings settings;

    BackupJob(BackupWork work, BackupSettings settings) {
        this.work = work;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public Cadence cadence() {
        return settings.target().isEmpty() ? Cadence.NEVER : Cadence.of(settings.schedule());
    }

    @Override
    public JobResult run() throws IOException {
        Made made = work.make(BackupRequest.AS_SET, Progress.NONE, Actor.PORTAL);
        int deleted = work.prune(Actor.PORTAL).size();
        return JobResult.of("backup", made.name(), made.rows(), made.originals(), deleted);
    }
}
