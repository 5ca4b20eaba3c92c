package io.opslore.library;

import io.opslore.schedules.Cadence;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When it is looked for documents whose review date has come.
 *
 * @param schedule a cron expression with seconds, a pause, or {@code never}
 */
@Validated
@ConfigurationProperties("opslore.library.reviews")
record ReviewSettings(@NotNull String schedule) {

    @AssertTrue(message = "schedule must be a cron expression of six fields, a pause, or never")
    boolean isSchedule() {
        return Cadence.isValid(schedule);
    }
}
