package io.opslore.models;

import io.opslore.schedules.Cadence;
import io.opslore.schedules.JobResult;
import io.opslore.schedules.ScheduledJob;
import org.springframework.stereotype.Component;

/** Brings the models that are kept warm into memory by the clock. */
@Component
class WarmUpJob implements ScheduledJob {

    private final WarmUps warmUps;
    private final WarmUpSettings settings;

    WarmUpJob(WarmUps warmUps, WarmUpSettings settings) {
        this.warmUps = warmUps;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "warm-up";
    }

    @Override
    public Cadence cadence() {
        return Cadence.of(settings.schedule());
    }

    @Override
    public JobResult run() {
        return JobResult.of("warm-up", warmUps.loadKept());
    }
}
