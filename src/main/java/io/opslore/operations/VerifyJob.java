package io.opslore.operations;

import io.opslore.schedules.Cadence;
import io.opslore.schedules.JobFailed;
import io.opslore.schedules.JobResult;
import io.opslore.schedules.ScheduledJob;
import org.springframework.stereotype.Component;

/** Looks by the clock whether the stores agree; repairs nothing by itself. */
@Component
class VerifyJob implements ScheduledJob {

    private final Verification verification;
    private final VerifySettings settings;

    VerifyJob(Verification verification, VerifySettings settings) {
        this.verification = verification;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public Cadence cadence() {
        return Cadence.of(settings.schedule());
    }

    @Override
    public JobResult run() throws InterruptedException, JobFailed {
        VerificationReport report = verification.byTheClock(settings.everyByte());
        if (!report.isClean()) {
            throw new JobFailed(
                    JobResult.of(
                            "verify.different", report.differences().size(), report.repairable()));
        }
        return JobResult.of("verify.clean");
    }
}
