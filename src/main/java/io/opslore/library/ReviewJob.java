package io.opslore.library;

import io.opslore.schedules.Cadence;
import io.opslore.schedules.JobResult;
import io.opslore.schedules.ScheduledJob;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts documents whose review date has come before those who answer for them. */
@Component
class ReviewJob implements ScheduledJob {

    private final ReviewRows rows;
    private final ReviewSettings settings;
    private final Clock clock;

    ReviewJob(ReviewRows rows, ReviewSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reviews";
    }

    @Override
    public Cadence cadence() {
        return Cadence.of(settings.schedule());
    }

    @Override
    @Transactional
    public JobResult run() {
        LocalDate today = LocalDate.now(clock);
        rows.forgetReviewed(today);
        int fresh = rows.remind(today);
        return JobResult.of("reviews", rows.count(), fresh);
    }
}
